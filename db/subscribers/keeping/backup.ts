import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncPath } from '../durably.ts';
import { keepAs } from '../kept.ts';
import type { Store } from '../store.ts';
import { storeSentence } from '../store-sentence.ts';

/** Under this name a backup says when it was made. */
export const madeAtName = 'this backup was made at';

/**
 * Writes the copy at one stroke, so it is one instant of the store. It needs the keys of `keys/` to be of use; keep those elsewhere.
 * @param at written into it: a restore must know who has left since.
 * @throws a sentence when the file is there, or cannot be written.
 */
export async function backup(store: Store, file: string, at: Date) {
  try {
    // Made before SQLite would make it, and so for nobody else to read.
    closeSync(openSync(file, 'wx', 0o600));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Error(`${file} is there already and was left alone. Name a new file for the backup.`, { cause });
    throw storeSentence(cause, file);
  }
  try {
    await keepAs(store, madeAtName, at.toISOString());
    store.sql.run('VACUUM INTO ?', file);
    syncPath(file);
    syncPath(dirname(file));
  } catch (error) {
    rmSync(file, { force: true });
    throw storeSentence(error, file);
  }
}
