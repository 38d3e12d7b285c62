import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { freshFolder } from '../../fresh.ts';
import { freshStore } from './fresh-store.ts';
import { processOf } from './process-of.ts';

test('a full disk is told in a sentence, loses nothing that was written, and work goes on when there is room', async () => {
  const dataDir = freshFolder();
  await freshStore(dataDir).store.close();
  // As much as a file may grow stands for the disk: two megabytes.
  const filling = processOf(dataDir, 'fill', 4_096);
  let last = -1;
  let line = await filling.says();
  for (; /^\d+$/.test(line ?? ''); line = await filling.says()) last = Number(line);
  expect(line).toMatch(
    /subscribers\.db cannot be written: the disk is full or read-only\. Make room; nothing was lost/,
  );
  expect(last).toBeGreaterThan(5);
  filling.tell();
  expect(await filling.says()).toBe(line);
  execFileSync('prlimit', [`--pid=${filling.pid}`, '--fsize=unlimited']);
  filling.tell();
  for (let next = last + 1; next <= 300; next++)
    expect((await filling.says()) ?? (await filling.end())).toBe(String(next));
  await filling.exited;
  const { store } = freshStore(dataDir);
  for (let i = 0; i <= 300; i++) expect((await store.kept(`thing ${i}`))!.startsWith(`${i} `)).toBe(true);
});
