import { afterEach, expect, onTestFinished, test } from 'vitest';
import { takeHours } from '../../../db/catalog/hours.ts';
import { competition, scores, specialSupply } from '../../../db/catalog/schema.ts';
import { koreanInstant } from '../../../db/clock.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { instantsOf } from '../../../site/release/instants.ts';
import { extend, hold, move } from '../../db/publications/orders.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
});

async function smallFacts(more: Parameters<typeof smallCatalog>[1] = {}) {
  const catalog = await smallCatalog(freshFolder(), more);
  onTestFinished(() => catalog.close());
  return catalog.db;
}

async function told(at = asOf) {
  const { instants, concerned } = instantsOf(await smallFacts(), at);
  return { instants, own: (path: string) => concerned[path]?.map((place) => instants[place]) };
}

test('the pages of a notice are concerned by the instants of its own results', async () => {
  const { own } = await told();
  const its = ['2026-11-24T19:30:00+09:00', '2026-11-30T09:00:00+09:00'];
  expect(own(`notices/${ids.closing}/index.html`)).toEqual(its);
  expect(own(`results/${ids.closing}/index.html`)).toEqual(its);
});

test('a notice that is held, or long over, is concerned by none', async () => {
  const { own } = await told();
  expect(own(`results/${ids.held}/index.html`)).toEqual([]);
  expect(own('results/2025000001/index.html')).toEqual([]);
});

test('all instants to come are told, each once, the earliest first; and those of the day before', async () => {
  const { instants } = await told();
  expect(instants).toEqual([...new Set(instants)].sort());
  expect(instants[0]).toBe('2026-11-23T19:30:00+09:00');
  expect((await told(koreanInstant('2026-11-24', '19:30'))).instants[0]).toBe('2026-11-24T09:00:00+09:00');
});

test('an order takes the instants of its notice with it: to another hour, or away', async () => {
  const db = await smallFacts();
  const [closing, open] = [{ noticeId: ids.closing }, { noticeId: ids.open }];
  takeOrders(db, [move(closing, '2026-11-24T21:00:00+09:00'), extend(open, '2026-11-25T23:00:00+09:00')]);
  const own = (of: { noticeId: string }) => {
    const { instants, concerned } = instantsOf(db, asOf);
    return concerned[`results/${of.noticeId}/index.html`]!.map((place) => instants[place]);
  };
  expect(own(closing)).toEqual(['2026-11-24T21:00:00+09:00', '2026-11-30T09:00:00+09:00']);
  expect(own(open)).toEqual(['2026-11-26T01:00:00+09:00', '2026-12-02T09:00:00+09:00']);
  takeOrders(db, [hold(closing)]);
  expect(own(closing)).toEqual([]);
});

test('the hours that are set are told', async () => {
  const db = await smallFacts();
  takeHours(db, { competition: '20:00', score: '08:00' });
  expect(instantsOf(db, asOf).instants).toContain('2026-11-24T20:00:00+09:00');
  expect(instantsOf(db, asOf).instants).toContain('2026-11-30T08:00:00+09:00');
});

test('nothing is told about a page that is not a notice’s: every instant concerns it', async () => {
  const { own } = await told();
  expect([own('index.html'), own('feeds/events.json')]).toEqual([undefined, undefined]);
});

test('what is told is the same whether results exist or not, and whether the source holds closed ones', async () => {
  const db = await smallFacts();
  const before = instantsOf(db, asOf);
  expect(instantsOf(await smallFacts({ closedRows: true }), asOf)).toEqual(before);
  for (const table of [competition, specialSupply, scores]) db.delete(table).run();
  expect(instantsOf(db, asOf)).toEqual(before);
});

test('what is told is the same on a machine in any zone', async () => {
  const db = await smallFacts();
  const offsets = new Set<number>();
  const said = ['UTC', 'Asia/Seoul', 'America/Los_Angeles'].map((zone) => {
    process.env['TZ'] = zone;
    offsets.add(asOf.getTimezoneOffset());
    return instantsOf(db, asOf);
  });
  expect(offsets.size).toBe(3);
  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
});
