import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderSite } from './render-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let site: Map<string, string>;

beforeAll(async () => {
  site = filesIn(await renderSite(folder, 'site'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file below a folder with its bytes. */
function filesIn(client: string) {
  const files = globSync('**/*', { cwd: client }).filter((file) => statSync(join(client, file)).isFile());
  return new Map(files.sort().map((file) => [file, readFileSync(join(client, file), 'latin1')]));
}

function differing(other: Map<string, string>) {
  const names = new Set([...site.keys(), ...other.keys()]);
  return [...names].filter((name) => site.get(name) !== other.get(name));
}

test('the same facts give the same bytes, also where two processes render half of the notices each', async () => {
  expect(differing(filesIn(await renderSite(folder, 'halves', { notices: 20_000 })))).toEqual([]);
});
