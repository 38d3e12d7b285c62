import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { watchClock } from '../../../site/publisher/clock-watch.ts';
import { publishAt } from '../../../site/publisher/publish-at.ts';
import { currentId, unfinished } from '../../../site/release/releases.ts';
import { digestOf } from '../../../site/release/seal-file.ts';
import { at, noticeId, smallPublisher } from './small-publisher.ts';

const toInstant = (milliseconds: number) => at.getTime() - milliseconds;

/** A publisher two seconds before its instant, with clocks that stand still until they are moved. */
async function twoSecondsBefore() {
  const time = { wall: toInstant(2_000), steady: 0, looks: 0 };
  const clock = {
    now() {
      time.looks += 1;
      return new Date(time.wall);
    },
  };
  const small = await smallPublisher(clock);
  const watch = watchClock({ clock, steady: { elapsed: () => time.steady }, sources: [] });
  const publisher = { ...small.publisher, watch };
  const current = () => currentId(publisher.releases);
  /** Lets the publisher go on until it has looked at its clock some more times, or has shown something. */
  const waits = async () => {
    for (const looks = time.looks; time.looks < looks + 8 && current() === small.before.id;) await sleep(10);
  };
  const move = (milliseconds: number) => {
    time.wall += milliseconds;
    time.steady += milliseconds;
  };
  return { ...small, publisher, time, current, move, waits };
}

test('until its instant a sealed release is in the vault alone, and what is laid ready is what readers have', async () => {
  const { publisher, before, current, move, waits } = await twoSecondsBefore();
  const { releases } = publisher;
  const readers = filesIn(join(releases, before.id, 'client'));
  const publishing = publishAt(publisher, at);

  for (const milliseconds of [0, 999, 1_000]) {
    move(milliseconds);
    await waits();
    const names = readdirSync(releases).filter((name) => name !== 'current' && name !== before.id);
    expect(names).toEqual([expect.stringContaining(unfinished)]);
    expect(filesIn(join(releases, names[0]!, 'client'))).toEqual(readers);
    expect(current()).toBe(before.id);
  }
  move(1);
  await publishing;
  expect(current()).not.toBe(before.id);
});

test('a clock that is set past the instant brings nothing forward', async () => {
  const { publisher, before, current, time, stop, waits } = await twoSecondsBefore();
  const publishing = publishAt(publisher, at);
  await waits();
  time.wall += 3_600_000;
  await waits();
  expect(current()).toBe(before.id);
  stop.abort();
  await publishing;
});

test('an order of the last moment holds what was prepared without it', async () => {
  const { publisher, before, current, dataDir, move, waits } = await twoSecondsBefore();
  const publishing = publishAt(publisher, at);
  await waits();
  const order = { noticeId, action: 'hold', by: '운영', because: '확인', orderedAt: '2026-11-22T19:29:59+09:00' };
  appendFileSync(join(dataDir, 'publications.jsonl'), `${JSON.stringify(order)}\n`);
  move(2_000);
  await publishing;
  expect(current()).toBe(before.id);
});

/** The digest of each file below a folder. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), digestOf(readFileSync(path))]));
}
