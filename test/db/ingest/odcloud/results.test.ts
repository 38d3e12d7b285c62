import { expect, test } from 'vitest';
import { resultAsks } from '../../../../db/catalog/schema.ts';
import { resultOperations } from '../../../../db/ingest/operations.ts';
import type { Odcloud } from '../../../stand-ins/odcloud.ts';
import { factsIn } from './dump.ts';
import { freshDataDir, inCatalog, odcloudWith, oneRun } from './one-run.ts';
import { aptNotice, competitionOf, scoreOf, smallTables, specialOf } from './sample-rows.ts';

const id = '2026000001';
const days = { announcedOn: '2026-11-02', closesOn: '2026-11-12', winnersOn: '2026-11-19' };
const withResults = (notice = aptNotice(id, days)) => ({
  getAPTLttotPblancDetail: [notice],
  getAPTLttotPblancCmpet: [competitionOf(id)],
  getAPTSpsplyReqstStus: [specialOf(id)],
  getAptLttotPblancScore: [scoreOf(id)],
});
const results = /Cmpet$|Score$|ReqstStus$/;

/** Result operations that were asked since the last look. */
function resultsAsked(odcloud: Odcloud) {
  const asked = odcloud.asked.splice(0).map(({ operation }) => operation);
  return asked.filter((operation) => results.test(operation));
}

test('no result of a notice is asked for a millisecond before its instant, and all of them at it', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(withResults());

  await oneRun(dataDir, odcloud, { at: '2026-11-12T19:29:59.999+09:00' });
  expect(resultsAsked(odcloud)).toEqual([]);
  await oneRun(dataDir, odcloud, { at: '2026-11-12T19:30:00+09:00' });
  expect(resultsAsked(odcloud)).toEqual(['getAPTLttotPblancCmpet', 'getAPTSpsplyReqstStus']);

  await oneRun(dataDir, odcloud, { at: '2026-11-19T08:59:59.999+09:00' });
  expect(resultsAsked(odcloud)).toEqual(['getAPTLttotPblancCmpet', 'getAPTSpsplyReqstStus']);
  await oneRun(dataDir, odcloud, { at: '2026-11-19T09:00:00+09:00' });
  expect(resultsAsked(odcloud)).toEqual(['getAptLttotPblancScore']);
});

test('that holds for every kind of notice', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());

  await oneRun(dataDir, odcloud, { at: '2026-11-05T19:29:59.999+09:00' });
  expect(resultsAsked(odcloud)).toEqual([]);
  await oneRun(dataDir, odcloud, { at: '2026-11-05T19:30:00+09:00' });
  const all = resultOperations.map(({ name }) => name).filter((name) => name !== 'getAptLttotPblancScore');
  expect(resultsAsked(odcloud).sort()).toEqual(all.sort());
});

test('nothing is asked about a notice that is held', async () => {
  const odcloud = await odcloudWith(withResults(aptNotice(id, { ...days, closesOn: null })));
  await oneRun(freshDataDir(), odcloud, { at: '2026-11-30T12:00:00+09:00' });

  expect(resultsAsked(odcloud)).toEqual([]);
});

test('results are not asked for on dates that the same run has seen move', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(withResults());
  await oneRun(dataDir, odcloud, { at: '2026-11-10T12:00:00+09:00' });
  odcloud.tables['getAPTLttotPblancDetail'] = [aptNotice(id, { ...days, closesOn: '2026-11-13' })];
  await oneRun(dataDir, odcloud, { at: '2026-11-12T20:00:00+09:00' });

  expect(resultsAsked(odcloud)).toEqual([]);
});

test('an instant that passes while a run is under way is left to the next run', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(withResults());
  let minute = 25;
  const clock = { now: () => new Date(`2026-11-12T19:${(minute += 1)}:00+09:00`) };
  await oneRun(dataDir, odcloud, { clock });
  expect(minute).toBeGreaterThan(30);
  expect(resultsAsked(odcloud)).toEqual([]);

  await oneRun(dataDir, odcloud, { at: '2026-11-12T19:50:00+09:00' });
  expect(resultsAsked(odcloud)).toHaveLength(2);
  expect(factsIn(dataDir)['competition']).toHaveLength(1);
});

test('a clock that is set back during a run stops the asking', async () => {
  const odcloud = await odcloudWith(withResults());
  let now = new Date('2026-11-12T19:30:00+09:00');
  odcloud.onRequest = () => (now = new Date('2026-11-12T19:29:59.999+09:00'));
  await oneRun(freshDataDir(), odcloud, { clock: { now: () => now } });

  expect(resultsAsked(odcloud)).toEqual([]);
});

test('results are asked for once a day, until they are settled', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(withResults());
  const askedOn = async (day: string, time = '12:00') => {
    await oneRun(dataDir, odcloud, { at: `2026-${day}T${time}:00+09:00` });
    return resultsAsked(odcloud).length;
  };
  expect(await askedOn('11-20')).toBe(3);
  expect(await askedOn('11-20', '23:59')).toBe(0);
  expect(await askedOn('11-21', '02:30')).toBe(3);
  expect(await askedOn('11-27')).toBe(1);
  expect(await askedOn('12-04')).toBe(0);
});

test('results that never come are given up after 30 days', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith({ getAPTLttotPblancDetail: [aptNotice(id, days)] });
  const askedOn = async (day: string) => {
    await oneRun(dataDir, odcloud, { at: `2026-${day}T12:00:00+09:00` });
    return resultsAsked(odcloud);
  };
  expect(await askedOn('12-12')).toHaveLength(3);
  expect(await askedOn('12-13')).toEqual(['getAptLttotPblancScore']);
  expect(await askedOn('12-20')).toEqual([]);
});

test('the record of asks speaks of no notice whose instant lies ahead', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(withResults());
  for (const full of [false, true]) await oneRun(dataDir, odcloud, { full, at: '2026-11-12T19:30:00+09:00' });

  const asks = inCatalog(dataDir, (db) => db.select().from(resultAsks).all());
  expect(asks.map(({ operation }) => operation).sort()).toEqual(['getAPTLttotPblancCmpet', 'getAPTSpsplyReqstStus']);
});

test('after a full run a regular one asks only for what may still change', async () => {
  const dataDir = freshDataDir();
  const long = { announcedOn: '2026-09-02', closesOn: '2026-09-12', winnersOn: '2026-09-19' };
  const odcloud = await odcloudWith(withResults());
  odcloud.tables['getAPTLttotPblancDetail']!.push(
    ...Array.from({ length: 40 }, (_, i) => aptNotice(String(2_026_000_101 + i), long)),
  );
  await oneRun(dataDir, odcloud, { full: true, at: '2026-11-20T12:00:00+09:00' });
  expect(odcloud.asked.every(({ noticeId }) => noticeId === undefined)).toBe(true);
  odcloud.asked.length = 0;
  await oneRun(dataDir, odcloud, { at: '2026-11-21T12:00:00+09:00' });

  const asked = odcloud.asked.filter(({ operation }) => results.test(operation));
  expect(asked.map(({ noticeId }) => noticeId)).toEqual([id, id, id]);
});
