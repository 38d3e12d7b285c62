import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { openDoor } from '../../notifier/door.ts';
import { movedClock } from './moved-clock.ts';

test('the door is shut for who has left, for nobody beside them, and open again for who comes back', () => {
  const door = openDoor(movedClock());
  door.leave(9);
  expect(Array.from({ length: 20 }, (_, id) => id).filter((id) => door.left(id))).toEqual([9]);
  door.leave(10);
  door.comeBack(9);
  expect(Array.from({ length: 20 }, (_, id) => id).filter((id) => door.left(id))).toEqual([10]);
});

test('it has room for channels of any number, and who is far beyond has not left', () => {
  const door = openDoor(movedClock());
  expect(door.left(400_000_000)).toBe(false);
  door.comeBack(300_000_000);
  for (const id of [1_048_575, 1_048_576, 5_000_000]) door.leave(id);
  for (const id of [1_048_575, 1_048_576, 5_000_000]) expect(door.left(id)).toBe(true);
  for (const id of [1_048_574, 1_048_577, 4_999_999, 5_000_001]) expect(door.left(id)).toBe(false);
});

test('a thread sees at once who leaves, also where the bits have grown since it began', async () => {
  const door = openDoor(movedClock());
  const module = new URL('../../notifier/door.ts', import.meta.url).href;
  const thread = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads');
     import(${JSON.stringify(module)}).then(({ leftIn }) => {
       const left = leftIn(workerData);
       parentPort.on('message', (id) => parentPort.postMessage(left(id)));
       parentPort.postMessage('there');
     });`,
    { eval: true, workerData: door.bits },
  );
  onTestFinished(async () => void (await thread.terminate()));
  await once(thread, 'message');
  const asked = async (id: number) => {
    thread.postMessage(id);
    const [left] = (await once(thread, 'message')) as [boolean];
    return left;
  };
  expect(await asked(7_000_000)).toBe(false);
  door.leave(7_000_000);
  expect(await asked(7_000_000)).toBe(true);
  door.comeBack(7_000_000);
  expect(await asked(7_000_000)).toBe(false);
});

test('it tells the time of the clock it was given', () => {
  const clock = movedClock();
  const door = openDoor(clock);
  clock.pass(-3_600);
  expect(door.now()).toEqual(clock.now());
});
