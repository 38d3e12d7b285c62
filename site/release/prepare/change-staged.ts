import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../../../db/vault/closed-package.ts';
import { type Disclosed, unpack } from './disclose-release.ts';
import { formsOf } from './sealed-forms.ts';
import { blanks, type Staged } from './stage.ts';

/**
 * Gives a staged folder the files that are new or other and takes away those that are gone. A link is removed before its place
 * is taken, and every file is written as a new one: the base, whose files are the same ones, keeps its bytes.
 * @returns what is wrong with the sealed release, if anything is; the folder is of no use then.
 */
export function changeStaged({ folder, base }: Staged, disclosed: Disclosed): Problem | null {
  const client = join(folder, 'client');
  const { files, removed } = disclosed.header;
  for (const path of [...Object.keys(files), ...removed])
    if (Object.hasOwn(base.files, path))
      for (const { name } of formsOf(path, base.files[path]!)) unlinkSync(join(client, name));
  for (const path of removed) removeEmpty(client, dirname(path));
  const made = new Set<string>();
  const ready = readdirSync(join(folder, blanks)).map((name) => join(folder, blanks, name));
  return unpack(disclosed, (name, body) => {
    const parent = dirname(join(folder, name));
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    fill(ready.pop(), join(folder, name), body);
  });
}

/** Writes into a file that lies ready: making one took 0.6 ms on a file system that passes over what was freed lately, this 0.07. */
function fill(blank: string | undefined, path: string, body: Buffer) {
  if (blank === undefined) return writeFileSync(path, body, { flag: 'wx' });
  const file = openSync(blank, 'r+');
  try {
    writeFileSync(file, body);
  } finally {
    closeSync(file);
  }
  renameSync(blank, path);
}

/** Removes a folder that nothing is left in, and what that leaves empty above it. */
function removeEmpty(client: string, folder: string) {
  try {
    for (let each = folder; each !== '.'; each = dirname(each)) rmdirSync(join(client, each));
  } catch {
    // Something is in it, or it is gone already.
  }
}
