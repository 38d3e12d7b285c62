import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { competition } from '../../db/catalog/schema.ts';
import { takeOrders } from '../../db/publications/take-orders.ts';
import { hold } from '../db/publications/orders.ts';
import { ids } from '../site/small-catalog.ts';
import { aMachine } from '../site/release/snapshots/days.ts';
import { finderOf } from './finder-of.ts';
import { secretsOf } from './secrets-of.ts';

test('an archive holds nothing of what was held on its day, or came after it', async () => {
  const machine = await aMachine();
  const secrets = secretsOf('73916');
  const [held, shown, later] = [secrets.rate(), secrets.rate(), secrets.rate()];
  const rated = (id: string, rate: string) =>
    machine.db.update(competition).set({ rate }).where(eq(competition.noticeId, id)).run();
  rated(ids.announced, held);
  rated(ids.doubtful, shown);
  takeOrders(machine.db, [hold({ noticeId: ids.announced })]);
  await machine.show('2026-11-24');
  rated(ids.closed, later);
  takeOrders(machine.db, []);
  machine.keep('2026-11-25');
  const archive = readFileSync(join(machine.folder, '2026-11-24.zip'));
  expect(finderOf([shown])(archive)).not.toEqual([]);
  expect(finderOf([held, later])(archive)).toEqual([]);
});
