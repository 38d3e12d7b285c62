import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../db/clock.ts';
import { run } from '../../../site/publisher/run.ts';
import { at, smallPublisher } from './small-publisher.ts';

test(
  'half an hour ahead the site is prepared, whether anything is sealed or not: it tells nothing',
  { timeout: 120_000 },
  async () => {
    const { publisher, said, stop } = await smallPublisher(fixedClock(new Date(at.getTime() - 1_800_000)));
    rmSync(publisher.vault.folder, { recursive: true });
    const watch = { step: () => null, agree: () => Promise.resolve(null) };
    const running = run({ ...publisher, watch }, () => {});
    // The build of the day, which is due as well, comes after it.
    const done = () => said.find((line) => /prepared|^Next build/.test(line));
    while (!done()) await sleep(20);
    stop.abort();
    await running;
    expect(done()).toBe('The site of 2026-11-22T19:30:00+09:00 is prepared and sealed.');
  },
);
