import { lstatSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesIn } from './entries.ts';

/** Beginnings of the names of what tests themselves put there. */
const ours = /^(lighthouse|odcloud|vitest)-/;
/** A folder of more is somebody else's: no command of ours writes so much there. */
const most = 2_000;

/**
 * Remembers what lies in the machine's temporary folder, where a program writes that heeds no TMPDIR.
 * @returns a function that names what has come since, and is not of a test.
 */
export function strangersFromNowOn() {
  const there = new Set(readdirSync(tmpdir()));
  return () =>
    readdirSync(tmpdir())
      .filter((name) => !there.has(name) && !ours.test(name))
      .map((name) => join(tmpdir(), name))
      .filter((path) => lstatSync(path, { throwIfNoEntry: false }) && entriesIn(path).length <= most);
}
