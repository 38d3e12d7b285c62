import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { groupedWrites } from '../../../db/subscribers/grouped-writes.ts';
import { sqlOf } from '../../../db/subscribers/sql.ts';

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
