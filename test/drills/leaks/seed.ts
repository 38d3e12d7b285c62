import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edit } from './fault.ts';

/**
 * Makes one edit of a fault in a copy of the checkout. @returns what takes it back.
 * @throws when the code is not as the edit knows it: the fault would prove nothing.
 */
export function seed(copy: string, edit: Edit) {
  const path = join(copy, edit.file);
  return 'add' in edit ? add(path, edit.add) : replace(path, edit);
}

function replace(path: string, { file, find, put }: Extract<Edit, { find: string }>) {
  const before = readFileSync(path, 'utf8');
  const times = before.split(find).length - 1;
  if (times !== 1) throw new Error(`${file} has this ${times} times, not once. Write the fault anew.\n${find}`);
  writeFileSync(
    path,
    before.replace(find, () => put),
  );
  return () => writeFileSync(path, before);
}

function add(path: string, text: string) {
  if (existsSync(path)) throw new Error(`${path} is there already. Write the fault anew.`);
  writeFileSync(path, text);
  return () => rmSync(path);
}
