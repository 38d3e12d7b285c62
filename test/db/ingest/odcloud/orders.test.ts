import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hoursOf, takeHours } from '../../../../db/catalog/hours.ts';
import { recordOrder } from '../../../../db/publications/record.ts';
import { takeOrders } from '../../../../db/publications/take-orders.ts';
import type { PublicationOrder } from '../../../../db/publications/order.ts';
import { extend, hold, move, resume } from '../../publications/orders.ts';
import { commandRun } from './command-run.ts';
import { factsIn } from './dump.ts';
import { freshDataDir, inCatalog, odcloudWith, oneRun } from './one-run.ts';
import { aptNotice, competitionOf, scoreOf, specialOf } from './sample-rows.ts';

const id = '2026000001';
const about = { noticeId: id };
const days = { announcedOn: '2026-11-02', closesOn: '2026-11-12', winnersOn: '2026-11-19' };
const [rates, special, score] = ['getAPTLttotPblancCmpet', 'getAPTSpsplyReqstStus', 'getAptLttotPblancScore'];

/** A place and an open API with all results; `askedAt` runs the client and says which results it asked for. */
async function withResults(...orders: PublicationOrder[]) {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith({
    getAPTLttotPblancDetail: [aptNotice(id, days)],
    getAPTLttotPblancCmpet: [competitionOf(id)],
    getAPTSpsplyReqstStus: [specialOf(id)],
    getAptLttotPblancScore: [scoreOf(id)],
  });
  const order = (...given: PublicationOrder[]) => inCatalog(dataDir, (db) => takeOrders(db, given));
  order(...orders);
  const askedAt = async (at: string, full = false) => {
    await oneRun(dataDir, odcloud, { at: `2026-${at}+09:00`, full });
    const asked = odcloud.asked.splice(0).map(({ operation }) => operation);
    return asked.filter((operation) => /Cmpet$|Score$|ReqstStus$/.test(operation) && /APT|Apt/.test(operation));
  };
  return { dataDir, order, askedAt };
}

test('nothing is asked about a notice that the operator holds, and all once that is over', async () => {
  const { order, askedAt } = await withResults(hold(about));
  expect(await askedAt('11-20T12:00:00')).toEqual([]);
  order(hold(about), resume(about));
  expect(await askedAt('11-20T12:00:01')).toEqual([score, rates, special]);
});

test.each([
  ['moved', move(about, '2026-11-13T08:00:00+09:00'), '11-13T07:59:59.999', '11-13T08:00:00'],
  ['extended', extend(about, '2026-11-12T23:00:00+09:00'), '11-13T00:59:59.999', '11-13T01:00:00'],
])('nothing is asked about a notice that is %s before its new instant', async (_, order, before, at) => {
  const { askedAt } = await withResults(order);
  expect(await askedAt(before)).toEqual([]);
  expect(await askedAt(at)).toEqual([rates, special]);
});

test('what was asked before its instant was moved is asked again after it', async () => {
  const { order, askedAt } = await withResults();
  expect(await askedAt('11-12T20:00:00')).toEqual([rates, special]);
  order(move(about, '2026-11-12T21:00:00+09:00'));
  expect(await askedAt('11-12T20:30:00')).toEqual([]);
  expect(await askedAt('11-12T21:00:00')).toEqual([rates, special]);
});

test('a full sweep takes nothing of a notice that is held or moved', async () => {
  for (const order of [hold(about), move(about, '2026-12-01T09:00:00+09:00')]) {
    const { dataDir, askedAt } = await withResults(order);
    await askedAt('11-22T12:00:00', true);
    const { competition, special_supply, scores, events } = factsIn(dataDir);
    expect([competition, special_supply, scores]).toEqual([[], [], []]);
    expect(events).toHaveLength(1);
  }
});

test('the command heeds what is recorded and set when it begins, and does nothing under a broken record', async () => {
  const { dataDir, askedAt } = await withResults();
  const odcloud = await odcloudWith({ getAPTLttotPblancDetail: [aptNotice(id, days)] });
  recordOrder(dataDir, hold(about));
  const run = await commandRun(dataDir, odcloud, [], { COMPETITION_HOUR: '21:00' }).ended;
  expect(run).toMatchObject({ code: 0 });
  expect(inCatalog(dataDir, hoursOf)).toEqual({ competition: '21:00', score: '09:00' });
  expect(await askedAt('11-22T12:00:00')).toEqual([]);

  odcloud.asked.length = 0;
  appendFileSync(join(dataDir, 'publications.jsonl'), 'resume\n');
  const stopped = await commandRun(dataDir, odcloud).ended;
  expect(stopped.output).toContain('publications.jsonl:2 is no order');
  expect([stopped.code, odcloud.asked]).toEqual([1, []]);
});

test('the hours that are set are the hours of asking', async () => {
  const { dataDir, askedAt } = await withResults();
  const set = (competition: string) => inCatalog(dataDir, (db) => takeHours(db, { competition, score: '10:00' }));
  set('18:15');
  expect(await askedAt('11-12T18:14:59.999')).toEqual([]);
  expect(await askedAt('11-12T18:15:00')).toEqual([rates, special]);
  set('21:00');
  expect(await askedAt('11-13T02:30:00')).toEqual([rates, special]);
  expect(await askedAt('11-19T09:59:59.999')).toEqual([rates, special]);
  expect(await askedAt('11-19T10:00:00')).toEqual([score]);
});
