import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { groupedWrites } from '../../../db/subscribers/grouped-writes.ts';
import { sqlOf } from '../../../db/subscribers/sql.ts';
import { freshFolder } from '../../fresh.ts';

test('of changes that share a commit, one that fails takes no other with it', async () => {
  const client = new Database(':memory:');
  client.exec('CREATE TABLE numbers (n integer PRIMARY KEY)');
  const sql = sqlOf(client);
  const { write } = groupedWrites(client, 'numbers.db');
  const ends = await Promise.allSettled(
    [1, 2, 2, 3].map((n) =>
      write(() => {
        sql.run('INSERT INTO numbers VALUES (?)', 10 * n);
        sql.run('INSERT INTO numbers VALUES (?)', n);
        return n;
      }),
    ),
  );
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'))).toEqual([1, 2, 'failed', 3]);
  const rows = sql.all<{ n: number }>('SELECT n FROM numbers ORDER BY n').map(({ n }) => n);
  expect(rows).toEqual([1, 2, 3, 10, 20, 30]);
});

test('while another program holds the file everything else goes on, and what waited is done in its order', async () => {
  const file = join(freshFolder(), 'numbers.db');
  const [client, other] = [new Database(file), new Database(file)];
  client.exec('PRAGMA journal_mode = WAL; CREATE TABLE numbers (n integer PRIMARY KEY, at integer)');
  const sql = sqlOf(client);
  const { write, flush } = groupedWrites(client, file);
  const add = (n: number) => write(() => sql.run('INSERT INTO numbers VALUES (?, (SELECT count(*) FROM numbers))', n));
  other.exec('BEGIN IMMEDIATE');
  let done = 0;
  const held = Promise.all([2, 1].map((n) => add(n).then(() => done++)));
  // Each tick needs the loop that a store standing still would keep.
  for (let tick = 0; tick < 5; tick++) await sleep(1);
  expect(done).toBe(0);
  const later = add(3);
  other.exec('ROLLBACK');
  await Promise.all([held, later]);
  expect(sql.all('SELECT n FROM numbers ORDER BY at')).toEqual([{ n: 2 }, { n: 1 }, { n: 3 }]);
  const last = add(4);
  flush();
  await last;
  for (const each of [client, other]) each.close();
});
