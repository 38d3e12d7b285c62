import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { replaceDurably } from '../../db/subscribers/durably.ts';

/** What stands in the file; null where there is none, `undefined` where it is no JSON. @throws a sentence when others can read it. */
export function readVapidFile(file: string): unknown {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return null;
  if ((stat.mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others than its owner. Close it: chmod 600 ${file}`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the parser's words would print a key
  }
}

/** Puts keys in place at once, 0600 in a folder of 0700, and waits until the disk has them. */
export function writeVapidFile(file: string, keys: unknown) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  replaceDurably(file, `${JSON.stringify(keys, null, 2)}\n`);
}
