import { expect, test } from 'vitest';
import { factsIn, quarantineIn } from './dump.ts';
import { freshDataDir, odcloudWith, oneRun } from './one-run.ts';
import { aptNotice, aptType, scoreOf, smallTables } from './sample-rows.ts';

const operation = 'getAPTLttotPblancMdl';
const days = { announcedOn: '2026-11-13', closesOn: '2026-11-25', winnersOn: '2026-12-02' };
const old = { announcedOn: '2026-02-13', closesOn: '2026-02-25', winnersOn: '2026-03-02' };

function conditionOf(odcloud: { asked: { operation: string; url: string }[] }, name: string) {
  const { url } = odcloud.asked.find((request) => request.operation === name)!;
  return new URL(url, 'http://x').searchParams.get('cond[RCRIT_PBLANC_DE::GTE]');
}

test('a regular run reads the notices of 90 Korean days, in the form of each operation', async () => {
  const odcloud = await odcloudWith(smallTables());
  await oneRun(freshDataDir(), odcloud, { at: '2026-11-21T15:00:00Z' });

  for (const name of ['getAPTLttotPblancDetail', 'getUrbtyOfctlLttotPblancDetail', 'getRemndrLttotPblancDetail'])
    expect(conditionOf(odcloud, name)).toBe('2026-08-24');
  for (const name of ['getPblPvtRentLttotPblancDetail', 'getOPTLttotPblancDetail'])
    expect(conditionOf(odcloud, name)).toBe('20260824');
});

test('a second before midnight in Korea the window still belongs to the day before', async () => {
  const odcloud = await odcloudWith(smallTables());
  await oneRun(freshDataDir(), odcloud, { at: '2026-11-21T14:59:59Z' });

  expect(conditionOf(odcloud, 'getAPTLttotPblancDetail')).toBe('2026-08-23');
});

test('a full run reads everything', async () => {
  const dataDir = freshDataDir();
  const tables = smallTables();
  tables['getAPTLttotPblancDetail']!.push(aptNotice('2026000009', old));
  const odcloud = await odcloudWith(tables);
  await oneRun(dataDir, odcloud, { full: true });

  expect(odcloud.asked.every(({ conditions }) => conditions.length === 0)).toBe(true);
  expect(factsIn(dataDir)['notices']!.join('')).toContain('2026000009');
});

test('house types are asked for notice by notice where that takes fewer calls', async () => {
  const dataDir = freshDataDir();
  const ofOldNotices = Array.from({ length: 4_500 }, (_, i) => aptType(String(2_020_000_001 + i)));
  const odcloud = await odcloudWith({
    getAPTLttotPblancDetail: [aptNotice('2026000001', days), aptNotice('2026000002', days)],
    [operation]: [...ofOldNotices, aptType('2026000001'), aptType('2026000002')],
  });
  await oneRun(dataDir, odcloud);

  const asked = odcloud.asked.filter((request) => request.operation === operation);
  expect(asked.map(({ noticeId, page }) => noticeId ?? page)).toEqual([1, '2026000001', '2026000002']);
  expect(factsIn(dataDir)['house_types']).toHaveLength(2);
});

test('house types are read as a table where that takes fewer calls, and those of older notices are left', async () => {
  const dataDir = freshDataDir();
  const notices = Array.from({ length: 6 }, (_, i) => aptNotice(String(2_026_000_001 + i), days));
  const ofOldNotices = Array.from({ length: 4_500 }, (_, i) => aptType(String(2_020_000_001 + i)));
  const odcloud = await odcloudWith({
    getAPTLttotPblancDetail: notices,
    [operation]: [...ofOldNotices, ...notices.map((_, i) => aptType(String(2_026_000_001 + i)))],
  });
  await oneRun(dataDir, odcloud);

  const asked = odcloud.asked.filter((request) => request.operation === operation);
  expect(asked.map(({ noticeId, page }) => noticeId ?? page)).toEqual([1, 2, 3, 4, 5]);
  expect(factsIn(dataDir)['house_types']).toHaveLength(6);
  expect(quarantineIn(dataDir)).toEqual([]);
});

test('one notice is asked about at once, none not at all', async () => {
  const odcloud = await odcloudWith({ getAPTLttotPblancDetail: [aptNotice('2026000001', days)] });
  await oneRun(freshDataDir(), odcloud);

  const asked = odcloud.asked.filter((request) => request.operation.endsWith('Mdl'));
  expect(asked.map(({ noticeId }) => noticeId)).toEqual(['2026000001']);
});

test('the window reaches back to a notice whose winners are drawn late', async () => {
  const dataDir = freshDataDir();
  const late = { announcedOn: '2026-07-13', closesOn: '2026-07-25', winnersOn: '2026-11-20' };
  const odcloud = await odcloudWith({ getAPTLttotPblancDetail: [aptNotice('2026000001', late)] });
  await oneRun(dataDir, odcloud, { at: '2026-08-01T12:00:00+09:00' });
  odcloud.asked.length = 0;
  odcloud.tables['getAptLttotPblancScore'] = [scoreOf('2026000001')];
  await oneRun(dataDir, odcloud);

  expect(conditionOf(odcloud, 'getAPTLttotPblancDetail')).toBe('2026-07-13');
  expect(factsIn(dataDir)['scores']).toHaveLength(1);
});
