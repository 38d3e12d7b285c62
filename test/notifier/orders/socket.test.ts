import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { giveOrder } from '../../../notifier/orders/open-orders.ts';
import { freshFolder } from '../../fresh.ts';
import { takingOrders } from './operator.ts';

const links = () => readdirSync(tmpdir()).filter((name) => name.startsWith('notifier-'));

/** A folder whose name alone is longer than that of a socket may be. */
function longFolder() {
  const folder = join(freshFolder(), '등대'.repeat(20), 'data'.repeat(20));
  mkdirSync(folder, { recursive: true });
  return folder;
}

describe.each([
  ['a usual folder', freshFolder],
  ['a folder with a long name', longFolder],
])('a notifier in %s', (_, folder) => {
  test('takes orders over a socket there that is for nobody else, leaves nothing elsewhere, and takes it away at its end', async () => {
    const dataDir = folder();
    const before = links();
    const umask = process.umask();
    const { orders } = await takingOrders(dataDir);
    expect(statSync(join(dataDir, 'notifier.sock')).mode & 0o777).toBe(0o600);
    expect(process.umask()).toBe(umask);
    expect(await giveOrder(dataDir, 'status', [])).toContain('The feed is followed.');
    expect(links()).toEqual(before);
    orders.close();
    expect(existsSync(join(dataDir, 'notifier.sock'))).toBe(false);
    expect(await giveOrder(dataDir, 'status', [])).toBeNull();
    expect(links()).toEqual(before);
  });

  test('takes the place of one that was killed', async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'notifier.sock'), '');
    expect(await giveOrder(dataDir, 'status', [])).toBeNull();
    await takingOrders(dataDir);
    expect(await giveOrder(dataDir, 'status', [])).not.toBeNull();
  });
});

test('where no folder is, no notifier runs', async () => {
  expect(await giveOrder(join(freshFolder(), 'nothing'), 'status', [])).toBeNull();
  expect(await giveOrder(join(longFolder(), 'nothing'), 'status', [])).toBeNull();
});
