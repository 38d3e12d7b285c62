import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCatalog } from '../../../../db/catalog/open.ts';
import { fixedClock, parseInstant } from '../../../../db/clock.ts';
import { rowsOf } from '../../../../db/ingest/envelope.ts';
import { takeFiles } from '../../../../db/ingest/from-files.ts';
import { ingest } from '../../../../db/ingest/ingest.ts';
import { resultAsks } from '../../../../db/catalog/schema.ts';
import type { Tables } from '../../../stand-ins/odcloud.ts';
import type { Row } from '../../../stand-ins/odcloud/conditions.ts';
import { factsIn } from './dump.ts';
import { freshDataDir, inCatalog, odcloudWith, oneRun } from './one-run.ts';

const data = new URL('../../../../../shared/data/', import.meta.url).pathname;
const folders = [join(data, 'odcloud'), join(data, 'api-captures')];
const missing = folders.filter((folder) => !existsSync(folder));
if (missing.length > 0) console.log(`Skipped: the same rows through HTTP and files. ${missing.join(', ')} not there.`);

const at = '2025-07-10T12:00:00+09:00';

function realFiles() {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith('get'))
      .map((name) => ({ name, path: join(folder, name) })),
  );
}

function tablesIn(files: { name: string; path: string }[]) {
  const tables: Tables = {};
  for (const { name, path } of files) {
    const text = readFileSync(path, 'utf8');
    const rows = name.endsWith('.jsonl')
      ? text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Row)
      : rowsOf(text);
    (tables[name.split('.')[0]!] ??= []).push(...(rows as Row[]));
  }
  return tables;
}

async function throughFiles(dataDir: string, files: { name: string; path: string }[]) {
  const folder = join(dataDir, 'files');
  mkdirSync(folder);
  for (const { name, path } of files) symlinkSync(path, join(folder, name));
  const catalog = openCatalog(dataDir, 'a test');
  const feed = async (intake: Parameters<typeof takeFiles>[0]) => (await takeFiles(intake, folder, () => {})).failed;
  await ingest(catalog.db, fixedClock(parseInstant(at)), { name: 'files', full: true, feed });
  catalog.close();
}

test.skipIf(missing.length > 0)(
  'the same rows through HTTP and through files end in the same catalog',
  async () => {
    const files = realFiles();
    const [http, file] = [freshDataDir(), freshDataDir()];
    const odcloud = await odcloudWith(tablesIn(files));
    const { failed } = await oneRun(http, odcloud, { full: true, at });
    await throughFiles(file, files);

    expect(failed).toBeUndefined();
    const [one, other] = [factsIn(http), factsIn(file)];
    expect(Object.keys(one)).toEqual([
      'notices',
      'house_types',
      'competition',
      'special_supply',
      'scores',
      'corrections',
      'events',
    ]);
    expect(one['notices']!.length).toBeGreaterThan(2_000);
    expect(one['competition']!.length).toBeGreaterThan(30_000);
    for (const table of Object.keys(one)) expect(one[table], table).toEqual(other[table]);
    console.log(`A full run on the real rows: ${odcloud.asked.length} calls.`);

    odcloud.asked.length = 0;
    await oneRun(http, odcloud, { at: '2025-07-11T12:00:00+09:00' });
    const asks = inCatalog(http, (db) => db.select().from(resultAsks).all());
    console.log(`A regular run the day after: ${odcloud.asked.length} calls; ${asks.length} asks on record.`);
    expect(odcloud.asked.length).toBeLessThan(300);
  },
  120_000,
);
