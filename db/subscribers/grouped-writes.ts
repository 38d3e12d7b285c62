import type Database from 'better-sqlite3';
import type { Store } from './store.ts';
import { isHeld, stopsAll, storeSentence } from './store-sentence.ts';

type Waiting = { change: () => unknown; resolve: (value: unknown) => void; reject: (error: unknown) => void };

/** So many changes share a commit at most. */
const most = 5_000;
/**
 * While another program holds the file: milliseconds that everything stands still in a try, that everything else goes on between two, and
 * how many there are. `atTheEnd`: the last one, when the store is closed.
 */
const patience = { still: 50, between: 50, tries: 20, atTheEnd: 2_000 };

/**
 * Changes that come while the event loop turns once share one commit, because a commit waits for the disk. Each still happens wholly
 * or not at all: when one of them fails, all are undone and made again one by one. While another program holds the file they wait in
 * their order, and nothing else does.
 */
export function groupedWrites(client: Database.Database, file: string): { write: Store['write']; flush: () => void } {
  const queue: Waiting[] = [];
  let tries = 0;
  client.exec(`PRAGMA busy_timeout = ${patience.still}`);

  const write = <T>(change: () => T) =>
    new Promise<T>((resolve, reject) => {
      if (queue.length === 0) setImmediate(turn);
      queue.push({ change, resolve: resolve as (value: unknown) => void, reject });
    });

  function turn() {
    const batch = queue.splice(0, most);
    const isDone = together(batch, ++tries < patience.tries);
    if (isDone) tries = 0;
    else queue.unshift(...batch);
    if (!isDone) setTimeout(turn, patience.between);
    else if (queue.length > 0) setImmediate(turn);
  }

  /** False where the file is held and that may pass: nothing has happened then. */
  function together(batch: Waiting[], mayWait = false): boolean {
    let results: unknown[];
    try {
      results = transaction(client, () => batch.map(({ change }) => change()));
    } catch (error) {
      if (mayWait && isHeld(error)) return false;
      if (batch.length === 1 || stopsAll(error)) for (const { reject } of batch) reject(storeSentence(error, file));
      else for (const each of batch) together([each]);
      return true;
    }
    for (const [i, { resolve }] of batch.entries()) resolve(results[i]);
    return true;
  }

  return {
    write,
    flush() {
      client.exec(`PRAGMA busy_timeout = ${patience.atTheEnd}`);
      while (queue.length > 0) together(queue.splice(0, most));
    },
  };
}

/** The driver's own transaction hides a full disk behind a rollback that cannot be: SQLite has rolled back by then. */
function transaction<T>(client: Database.Database, work: () => T) {
  client.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    client.exec('COMMIT');
    return result;
  } catch (error) {
    if (client.inTransaction) client.exec('ROLLBACK');
    throw error;
  }
}
