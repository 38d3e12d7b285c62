import { expect, test } from 'vitest';
import { lastTold } from '../../../../site/scripts/alerts/last-told.ts';
import { leave } from '../../../../site/scripts/alerts/leave.ts';
import { deviceHere } from '../../alerts/device-here.ts';

const away = () => new Response('<!doctype html>', { status: 503 });

test('leaving ends what the notifier knows, also under an address that this browser has not any more', async () => {
  const device = await deviceHere();
  const id = await device.told();
  device.moves();
  expect(await leave(device.registration, false)).toEqual({ data: {} });
  expect((await device.web.store.receipt(id))!).toMatchObject({ state: 'ended', endedReason: 'unsubscribed' });
  expect([device.here, await lastTold(), device.web.matcher.size]).toEqual([null, null, 0]);
});

test('leaving ends it here where the notifier cannot be told', async () => {
  const device = await deviceHere();
  await device.told();
  device.instead = away;
  expect(await leave(device.registration, false)).toMatchObject({ status: 503 });
  expect([device.here, await lastTold()]).toEqual([null, null]);
});

test('to erase everything can be tried again where the notifier cannot be told', async () => {
  const device = await deviceHere();
  const id = await device.told();
  const before = await lastTold();
  for (const status of [503, 200]) {
    device.instead = () => new Response('<!doctype html>', { status });
    expect(await leave(device.registration, true)).toMatchObject({ status });
    expect([device.here === null, await lastTold()]).toEqual([false, before]);
  }
  device.instead = null;
  expect(await leave(device.registration, true)).toEqual({ data: {} });
  expect([await device.web.store.receipt(id), device.here, await lastTold()]).toEqual([null, null, null]);
});

test('a browser without a worker, or without alerts, has nothing to end', async () => {
  const device = await deviceHere();
  expect(await leave(undefined, true)).toEqual({ data: {} });
  expect(await leave(device.registration, true)).toEqual({ data: {} });
  expect(device.asked).toEqual([]);
});

test('who leaves while this device shows itself has left', async () => {
  const device = await deviceHere();
  const id = await device.told();
  await device.web.store.end(id, 'gone', device.web.clock.now());
  await Promise.all([device.resync(), leave(device.registration, false), device.resync()]);
  expect([(await device.web.store.receipt(id))!.state, device.here, await lastTold()]).toEqual(['ended', null, null]);
});
