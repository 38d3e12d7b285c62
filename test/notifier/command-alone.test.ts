import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { report } from './bounces/given.ts';
import { address, stateOf, typing, withReader } from './typing.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('while no notifier runs', () => {
  const dataDir = () => join(folder, 'alone');
  const type = (...of: Parameters<ReturnType<typeof typing>>) => typing(folder, { DATA_DIR: dataDir() })(...of);

  test('an order says so, and a word that is no order lists those that are', async () => {
    const [status, forget, nonsense, help] = await Promise.all([
      type(['status']),
      type(['forget', address]),
      type(['statsu']),
      type(['--help']),
    ]);
    for (const each of [status, forget])
      expect(each).toEqual({ code: 1, out: '', err: 'No notifier runs here. Start it: npm run notifier.' });
    expect(nonsense).toMatchObject({ code: 1, out: '' });
    expect(nonsense.err).toMatch(/^"statsu" is no order\.\n\nnpm run notifier -- \[run\]/);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const order of [
      'status',
      'send-test',
      'suppress',
      'unsuppress',
      'forget',
      'rotate-keys',
      'backup',
      'restore',
      'bounce',
    ])
      expect(help.out).toContain(`npm run notifier -- ${order}`);
  });

  test('one that cannot start says what is missing', async () => {
    const [pages, clock] = await Promise.all([
      type(['run', '--pages', join(folder, 'no-pages')]),
      typing(folder, { DATA_DIR: join(folder, 'another') })(['run', '--now', '2026-11-22T10:00']),
    ]);
    expect(pages).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There are no pages of alerts in .*npm start does\.$/),
    });
    expect(clock).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is not an instant\. Write it with its offset/),
    });
  });

  test('a bounce waits for it, and what is none is no failure of the mail server', async () => {
    const token = await withReader(dataDir());
    const [bounce, junk] = await Promise.all([
      type(['bounce', `bounce+${token}@lighthouse.example.kr`], report().toString()),
      type(['bounce'], 'Subject: an automatic reply\r\n\r\nI am away.\r\n'),
    ]);
    expect(bounce).toEqual({ code: 0, out: 'Taken; the notifier looks at it within seconds.', err: '' });
    expect(junk).toEqual({ code: 0, out: 'This is no bounce of ours.', err: '' });
    expect(readdirSync(join(dataDir(), 'bounces'))).toHaveLength(1);
  });

  test('a restore wants a file that is a backup, and changes nothing without', async () => {
    writeFileSync(join(folder, 'operator', 'letter.db'), 'no store');
    const tried = [
      await type(['restore']),
      await type(['restore', 'nothing.db']),
      await type(['restore', 'letter.db']),
    ];
    expect(tried.map(({ code, err }) => [code, err])).toEqual([
      [1, 'Say from which file.'],
      [1, expect.stringMatching(/^There is no backup nothing\.db\. Name the file/)],
      [1, expect.stringMatching(/^letter\.db is damaged, or no backup of the notifier's store\./)],
    ]);
    expect(await stateOf(dataDir())).toBe('confirmed');
  });
});
