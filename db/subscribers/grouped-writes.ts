import type Database from 'better-sqlite3';
import type { Store } from './store.ts';
import { stopsAll, storeSentence } from './store-sentence.ts';

type Waiting = { change: () => unknown; resolve: (value: unknown) => void; reject: (error: unknown) => void };

/** So many changes share a commit at most. */
const most = 5_000;

/**
 * Changes that come while the event loop turns once share one commit, because a commit waits for the disk. Each still happens wholly
 * or not at all: when one of them fails, all are undone and made again one by one.
 */
export function groupedWrites(client: Database.Database, file: string): { write: Store['write']; flush: () => void } {
  const queue: Waiting[] = [];

  const write = <T>(change: () => T) =>
    new Promise<T>((resolve, reject) => {
      if (queue.length === 0) setImmediate(turn);
      queue.push({ change, resolve: resolve as (value: unknown) => void, reject });
    });

  function turn() {
    const batch = queue.splice(0, most);
    if (queue.length > 0) setImmediate(turn);
    together(batch);
  }

  function together(batch: Waiting[]) {
    let results: unknown[];
    try {
      results = transaction(client, () => batch.map(({ change }) => change()));
    } catch (error) {
      if (batch.length === 1 || stopsAll(error)) for (const { reject } of batch) reject(storeSentence(error, file));
      else for (const each of batch) together([each]);
      return;
    }
    for (const [i, { resolve }] of batch.entries()) resolve(results[i]);
  }

  return {
    write,
    flush() {
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
