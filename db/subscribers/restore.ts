import { chmodSync, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { koreanStamp } from '../clock.ts';
import { takeLock } from '../lock.ts';
import { applyForgotten } from './apply-forgotten.ts';
import { carryOver } from './carry-over.ts';
import { emptyLog } from './channels/forget.ts';
import { checkBackup } from './check-backup.ts';
import { syncPath } from './durably.ts';
import { forgottenIn, type Forgotten } from './forgotten.ts';
import type { Keyring } from './keyring.ts';
import { checkKeyring, openStoreFile } from './open.ts';
import { sqlOf } from './sql.ts';
import type { Sql } from './store.ts';
import { storeSentence } from './store-sentence.ts';

export type Restored = {
  /** Where the store of before is now; null where there was none. It holds what people had entrusted: `tidy` removes it in the end. */
  putAside: string | null;
  /** Of how many channels of the backup nothing came back, because they had left since. */
  leftOut: number;
  /** When the backup was made. */
  madeAt: Date;
  /** Whether what was told since is known. Otherwise it is told once more, as far as it is still of use: better twice than never. */
  knowsWhatWasTold: boolean;
  /** Whether there is a forgotten.jsonl. Otherwise whoever has left since has come back. */
  knowsWhoLeft: boolean;
};

/**
 * Puts a backup in the place of `<dataDir>/subscribers.db`, the old one aside, and takes out of it again who was forgotten, has left
 * or was suppressed since; what the old one knows of what was told stays known. A process of its own should do it. A kill leaves the old
 * store or the restored one.
 * @throws a sentence when the store is in use, or the backup is damaged, too old, of a newer version or of other keys; then nothing has
 *   changed.
 */
export function restore(dataDir: string, file: string, keyring: Keyring, now: Date): Restored {
  const store = join(dataDir, 'subscribers.db');
  const next = `${store}.restored`;
  const release = takeLock(store, 'npm run notifier -- restore');
  try {
    removeStore(next);
    const forgotten = forgottenIn(dataDir);
    const madeAt = checkBackup(file, forgotten, now);
    copyFileSync(file, next);
    chmodSync(next, 0o600);
    const prepared = prepare(next, store, forgotten, keyring);
    const putAside = existsSync(store) ? putStoreAside(store, now) : null;
    renameSync(next, store);
    syncPath(dirname(store));
    return { putAside, madeAt, ...prepared, knowsWhoLeft: forgotten.exists() };
  } catch (error) {
    removeStore(next);
    throw storeSentence(error, store);
  } finally {
    release();
  }
}

function prepare(next: string, store: string, forgotten: Forgotten, keyring: Keyring) {
  const client = openStoreFile(next);
  try {
    const sql = sqlOf(client);
    checkKeyring({ sql, keyring, file: next });
    const leftOut = applyForgotten(sql, forgotten.all());
    const knowsWhatWasTold = carryOver(sql, store);
    neverAgain(sql, store);
    emptyLog({ sql });
    // Without a log of its own the file can be renamed. It gets one when it is opened.
    sql.exec('PRAGMA journal_mode = DELETE');
    return { leftOut, knowsWhatWasTold };
  } finally {
    client.close();
    syncPath(next);
  }
}

function removeStore(file: string) {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}

/** Numbers that were given out after the backup was made stay used: links in mails carry them. */
function neverAgain(sql: Sql, store: string) {
  const jump = (from: string) =>
    sql.exec(
      `INSERT INTO sqlite_sequence (name, seq) SELECT 'channels', 0
         WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'channels');
       UPDATE sqlite_sequence SET seq = max(seq, ${from}) WHERE name = 'channels'`,
    );
  try {
    if (!existsSync(store)) throw new Error('nobody knows how many there were');
    // `exec` alone leaves no statement behind that would keep the old file open.
    sql.exec(`ATTACH '${store.replaceAll("'", "''")}' AS old`);
    try {
      jump("coalesce((SELECT seq FROM old.sqlite_sequence WHERE name = 'channels'), 0)");
    } finally {
      sql.exec('DETACH old');
    }
  } catch {
    jump('seq + 1000000');
  }
}

function putStoreAside(store: string, now: Date) {
  const aside = `${store}.before-${koreanStamp(now).slice(0, 19).replaceAll(/[-:]/g, '')}`;
  linkSync(store, aside);
  // A log is left where the old store could not be opened and closed.
  if (existsSync(`${store}-wal`)) renameSync(`${store}-wal`, `${aside}-wal`);
  rmSync(`${store}-shm`, { force: true });
  return aside;
}
