import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openCatalog } from '../../../db/catalog/open.ts';
import { notices } from '../../../db/catalog/schema.ts';
import { readOrders, recordOrder } from '../../../db/publications/record.ts';
import { freshFolder } from '../../fresh.ts';
import { ids, smallCatalog } from '../../site/small-catalog.ts';
import { hold } from './orders.ts';
import { holdElsewhere, publicationsRun } from './publications-run.ts';

const account = ['--by', '김등대', '--because', '접속 폭주'];

async function filled() {
  const dataDir = freshFolder();
  (await smallCatalog(dataDir)).close();
  return dataDir;
}

function noticeIn(dataDir: string, id: string) {
  const catalog = openCatalog(dataDir, 'a test');
  const notice = catalog.db.select().from(notices).where(eq(notices.id, id)).get();
  catalog.close();
  return notice;
}

const record = (dataDir: string) => join(dataDir, 'publications.jsonl');

test('an order is recorded, with who, when and why, applied, and told in what it changes', async () => {
  const dataDir = await filled();
  const { code, output } = await publicationsRun(dataDir, ['hold', ids.open, ...account]);
  expect({ code, output }).toEqual({
    code: 0,
    output:
      '2026000001 등대마을 첫째 단지: 경쟁률 2026-11-25 19:30 → held\n' +
      '2026000001 등대마을 첫째 단지: 가점 2026-12-02 09:00 → held\n' +
      'Recorded. The pages say so from the next release on.\n',
  });
  expect(readOrders(dataDir)).toEqual([
    {
      action: 'hold',
      noticeId: ids.open,
      by: '김등대',
      because: '접속 폭주',
      orderedAt: '2026-11-24T10:00:00+09:00',
    },
  ]);
  expect(noticeIn(dataDir, ids.open)).toMatchObject({ held: true });

  const again = await publicationsRun(dataDir, ['hold', ids.open, ...account]);
  expect(again.output).toContain('No instant changes by it.');
  const over = await publicationsRun(dataDir, ['resume', ids.open, ...account]);
  expect(over.output).toContain('경쟁률 held → 2026-11-25 19:30');
});

test('29 July 2024 is two orders: all of a day until 23:00, one of them by a day', async () => {
  const dataDir = await filled();
  const all = await publicationsRun(dataDir, [
    'extend',
    '--closing-on',
    '2026-11-25',
    '--until',
    '2026-11-25T23:00:00+09:00',
    ...account,
  ]);
  expect(all.output).toContain('2026000001 등대마을 첫째 단지: 접수 마감 2026-11-25 17:30 → 2026-11-25 23:00\n');
  expect(all.output).toContain('2026000008 곳을 모르는 전국 단지: 경쟁률 2026-11-25 19:30 → 2026-11-26 01:00\n');
  const one = await publicationsRun(dataDir, [
    'extend',
    ids.placeless,
    '--until',
    '2026-11-26T17:30:00+09:00',
    ...account,
  ]);
  expect(one.output).toContain('2026000008 곳을 모르는 전국 단지: 접수 마감 2026-11-25 23:00 → 2026-11-26 17:30\n');
  expect(noticeIn(dataDir, ids.open)?.extendedTo).toBe('2026-11-25T14:00:00.000Z');
  expect(noticeIn(dataDir, ids.placeless)?.extendedTo).toBe('2026-11-26T08:30:00.000Z');
});

test('the list tells what is to come, what was in a week, what is held, what changed it, and every order', async () => {
  const dataDir = await filled();
  await publicationsRun(dataDir, ['move', ids.closing, '--at', '2026-11-24T12:00:00Z', ...account]);
  await publicationsRun(dataDir, ['hold', ids.open, ...account]);
  const { code, output } = await publicationsRun(dataDir, ['list']);
  expect(code).toBe(0);
  const lines = output.split('\n');
  expect(lines).toContain('2026-11-18 19:30  2026000011 결과가 늦는 단지  경쟁률');
  expect(lines).toContain('2026-11-24 21:00  2026000002 등대마을 둘째 단지  경쟁률  (moved by 김등대: 접속 폭주)');
  expect(lines).toContain('2026-11-26 09:00  2026000004 등대마을 넷째 단지  가점');
  expect(lines).toContain('held              2026000001 등대마을 첫째 단지  가점  (held by 김등대: 접속 폭주)');
  expect(lines).toContain('held              2026000006 마감일을 모르는 단지  경쟁률');
  expect(output).not.toContain(ids.announced);
  expect(lines.slice(lines.indexOf('Orders') + 1, -1)).toEqual([
    '2026-11-24 10:00  hold 2026000001, by 김등대: 접속 폭주',
    '2026-11-24 10:00  move 2026000002 to 2026-11-24 21:00, by 김등대: 접속 폭주',
  ]);
});

test.each([
  ['that lacks a word', ['hold', ids.open, '--by', '김등대'], 'Say who decides and why, with --by WHO --because WHY'],
  [
    'for too early an instant',
    ['move', ids.open, '--at', '2026-11-25T19:29:59+09:00', ...account],
    '2026-11-25 19:29 is too early for 2026000001 등대마을 첫째 단지',
  ],
  ['of no sort', ['publish', ids.open, ...account], '"publish" is no word of this command'],
  ['about two notices', ['hold', ids.open, ids.closing, ...account], 'There is a word too many'],
])('an order %s is refused with a sentence, and not recorded', async (_, words, sentence) => {
  const dataDir = await filled();
  const { code, output } = await publicationsRun(dataDir, words);
  expect(output).toContain(sentence);
  expect([code, existsSync(record(dataDir))]).toEqual([1, false]);
});

test('while another process has the catalog an order is recorded all the same, and the list tells the orders', async () => {
  const dataDir = await filled();
  await holdElsewhere(dataDir);
  const { code, output } = await publicationsRun(dataDir, ['hold', ids.open, ...account]);
  expect(code).toBe(0);
  expect(output).toContain('a running publisher takes the order at its next look, within a second or so');
  expect(readOrders(dataDir)).toMatchObject([{ action: 'hold', noticeId: ids.open }]);
  const list = await publicationsRun(dataDir, ['list']);
  expect(list.output).toContain('hold 2026000001, by 김등대: 접속 폭주\nThese are the orders alone');
});

test('a record that is broken is mended before anything is added to it', async () => {
  const dataDir = await filled();
  appendFileSync(record(dataDir), 'hold everything\n');
  const words = ['hold', ids.open, ...account];
  const sentence = `${record(dataDir)}:1 is no order: it is no JSON. Mend the line; until then nothing is published.\n`;
  expect(await publicationsRun(dataDir, words)).toEqual({ code: 1, output: sentence });
  expect(await publicationsRun(dataDir, ['list'])).toEqual({ code: 1, output: sentence });
  await holdElsewhere(dataDir);
  expect(await publicationsRun(dataDir, words)).toEqual({ code: 1, output: sentence });
  expect(readFileSync(record(dataDir), 'utf8')).toBe('hold everything\n');
});

test('a folder without a catalog is refused: an order would lie where nobody looks', async () => {
  const dataDir = freshFolder();
  const { code, output } = await publicationsRun(dataDir, ['hold', ids.open, ...account]);
  expect(output).toBe(`There is no catalog in ${dataDir}. Set DATA_DIR to the folder of the publisher.\n`);
  expect([code, existsSync(record(dataDir))]).toEqual([1, false]);
});

test('on a full disk an order fails with a sentence, harms none before it, and is recorded when there is room', async () => {
  const dataDir = await filled();
  const before = { ...hold({ noticeId: ids.closing }), because: '가'.repeat(280) };
  recordOrder(dataDir, before);
  await holdElsewhere(dataDir);
  const words = ['hold', ids.open, ...account];
  const full = await publicationsRun(dataDir, words, { limit: 2 });
  expect(full).toEqual({ code: 1, output: expect.stringMatching(/^The disk is full\. Make room[^\n]*\n$/) });
  expect(statSync(record(dataDir)).size).toBe(1_024);
  expect(readOrders(dataDir)).toEqual([before]);
  const { code } = await publicationsRun(dataDir, words);
  expect([code, readOrders(dataDir).length]).toEqual([0, 2]);
});
