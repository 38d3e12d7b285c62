import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Edit } from './fault.ts';
import { faults } from './faults.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const known = (file: string) => readFileSync(join(root, file), 'utf8');

/** What keeps the edits of a fault from being made: a text that does not stand in its file once, or a file that is there already. */
function problems(edits: Edit[]) {
  const files = new Map<string, string>();
  return edits.flatMap((edit) => {
    if ('add' in edit) return existsSync(join(root, edit.file)) ? [`${edit.file} is there`] : [];
    const text = files.get(edit.file) ?? known(edit.file);
    files.set(
      edit.file,
      text.replace(edit.find, () => edit.put),
    );
    const times = text.split(edit.find).length - 1;
    return times === 1 ? [] : [`${edit.file} has this ${times} times: ${edit.find}`];
  });
}

test.each(faults)('it could still be done: $name', ({ edits }) => {
  expect(problems(edits)).toEqual([]);
});

test.each(faults)('the test that has to notice it is there: $name', ({ noticed }) => {
  expect(known(noticed.file)).toContain(noticed.test.split(': ')[0]);
});

test('each fault has a name of its own', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});
