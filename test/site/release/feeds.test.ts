import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import type { Facts } from '../../../db/catalog/open.ts';
import { competition, events, notices, resultAsks, scores, specialSupply } from '../../../db/catalog/schema.ts';
import { koreanInstant, parseInstant } from '../../../db/clock.ts';
import { eventsArchive, eventsFeed, scheduleFeed } from '../../../db/feeds.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { writeFeeds } from '../../../site/release/feeds/write-feeds.ts';
import { extend, hold, move } from '../../db/publications/orders.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

async function smallFacts(more: Parameters<typeof smallCatalog>[1] = {}) {
  const catalog = await smallCatalog(freshFolder(), more);
  onTestFinished(() => catalog.close());
  return catalog.db;
}

/** All feed files as of an instant, by name. */
function feeds(db: Facts, at = asOf) {
  const folder = freshFolder();
  writeFeeds(db, folder, at);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const eventsIn = (files: Record<string, string>) => eventsFeed.parse(JSON.parse(files['events.json']!));
const archiveIn = (files: Record<string, string>, month: string) =>
  eventsArchive.parse(JSON.parse(files[`events/${month}.json`]!));
const entriesIn = (files: Record<string, string>) => scheduleFeed.parse(JSON.parse(files['schedule.json']!)).entries;
const entryOf = (id: string, files: Record<string, string>) => entriesIn(files).find(({ noticeId }) => noticeId === id);

test('an event names its notice, its place, its instant and the page that tells more', async () => {
  const { events: found, archives } = eventsIn(feeds(await smallFacts()));
  const notice = {
    noticeId: ids.open,
    noticeName: '등대마을 첫째 단지',
    noticeKind: 'apt',
    sido: '41',
    sigungu: '41280',
    url: `/notices/${ids.open}/`,
  };
  expect(found.filter(({ noticeId }) => noticeId === ids.open)).toEqual([
    { ...notice, id: `correction-${ids.open}-1`, kind: 'correction', revision: 1, at: '2026-11-24T09:30:00+09:00' },
    { ...notice, id: `notice-${ids.open}`, kind: 'notice', at: '2026-11-20T09:00:00+09:00' },
  ]);
  expect(found.find(({ id }) => id === `results-${ids.closed}`)).toMatchObject({ url: `/results/${ids.closed}/` });
  expect(archives).toEqual(['/feeds/events/2026-11.json']);
});

test('the newest event is first; of one instant the order is that of the ids', async () => {
  const { events: found } = eventsIn(feeds(await smallFacts()));
  const keys = found.map(({ at, id }) => `${at} ${id}`);
  expect(keys).toEqual(keys.toSorted().toReversed());
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});

test('what becomes known after an instant is in no file of a site as of that instant', async () => {
  const db = await smallFacts();
  const before = feeds(db, new Date('2026-11-24T09:29:59.999+09:00'));
  expect(new Set(eventsIn(before).events.map(({ kind }) => kind))).toEqual(new Set(['notice']));
  expect(new Set(archiveIn(before, '2026-11').events.map(({ kind }) => kind))).toEqual(new Set(['notice']));
  const at = feeds(db, koreanInstant('2026-11-24', '09:30'));
  expect(eventsIn(at).events.map(({ id }) => id)).toContain(`results-${ids.closed}`);
  expect(archiveIn(at, '2026-11').events.map(({ id }) => id)).toContain(`results-${ids.closed}`);
});

test('a source that holds closed results makes the same feeds as one that does not', async () => {
  expect(feeds(await smallFacts({ closedRows: true }))).toEqual(feeds(await smallFacts()));
});

test('news of results that were taken back is in no file, and comes back with them', async () => {
  const db = await smallFacts();
  const told = feeds(db);
  const of = (id: string, files = feeds(db)) =>
    [...eventsIn(files).events, ...archiveIn(files, '2026-11').events].filter(
      ({ kind, noticeId }) => kind === 'results' && noticeId === id,
    ).length;
  const [score, ahead] = ['2026-11-24T11:00:00+09:00', '2026-11-25T09:00:00+09:00'];
  expect([of(ids.announced), of(ids.closed), of(ids.doubtful)]).toEqual([4, 2, 4]);
  takeOrders(db, [
    hold({ noticeId: ids.announced }),
    move({ noticeId: ids.closed }, ahead),
    move({ noticeId: ids.doubtful }, score, 'score'),
  ]);
  expect([of(ids.announced), of(ids.closed), of(ids.doubtful)]).toEqual([0, 0, 2]);
  takeOrders(db, []);
  expect(feeds(db)).toEqual(told);
});

test('news that is not told takes the place of no other', async () => {
  const db = await smallFacts();
  db.transaction(() => {
    for (let n = 2; n < 1_002; n++) addEvent(db, `correction-${ids.open}-${n}`, '2026-11-23T09:00:00+09:00');
  });
  takeOrders(db, [hold({ noticeId: ids.announced })]);
  const held = feeds(db)['events.json'];
  db.delete(events)
    .where(eq(events.id, `results-${ids.announced}`))
    .run();
  db.delete(events)
    .where(eq(events.id, `results-${ids.announced}-score`))
    .run();
  expect(feeds(db)['events.json']).toBe(held);
});

test('no event carries anything that could be a rate, a score or a count', async () => {
  const db = await smallFacts();
  const lasting = ['id', 'kind', 'noticeId', 'revision', 'at', 'url'];
  const files = feeds(db);
  const raw = (name: string) => (JSON.parse(files[name]!) as { events: object[] }).events;
  const fields = (name: string) => new Set(raw(name).flatMap((event) => Object.keys(event)));
  expect(fields('events/2026-11.json')).toEqual(new Set(lasting));
  expect(fields('events.json')).toEqual(new Set([...lasting, 'noticeName', 'noticeKind', 'sido', 'sigungu']));
  const numbers = raw('events.json').flatMap((event) => Object.entries(event).filter(([, v]) => typeof v === 'number'));
  expect(new Set(numbers.map(([field]) => field))).toEqual(new Set(['revision']));
});

test('a month that is over stays as it is, whatever happens to its notices later', async () => {
  const db = await smallFacts();
  const november = feeds(db)['events/2026-11.json'];
  db.update(notices).set({ name: '새 이름', sido: '11', kind: 'optional', revision: 2 }).run();
  addEvent(db, `correction-${ids.open}-2`, '2026-12-01T00:10:00+09:00');
  const later = feeds(db, koreanInstant('2026-12-02', '10:00'));
  expect(later['events/2026-11.json']).toBe(november);
  expect(archiveIn(later, '2026-12').events).toMatchObject([{ id: `correction-${ids.open}-2`, revision: 2 }]);
  expect(eventsIn(later).archives).toEqual(['/feeds/events/2026-12.json', '/feeds/events/2026-11.json']);
  expect(eventsIn(later).events[0]).toMatchObject({ noticeName: '새 이름' });
});

test('a month is a month in Korea', async () => {
  const db = await smallFacts();
  addEvent(db, `correction-${ids.open}-2`, '2026-10-31T23:59:59+09:00');
  addEvent(db, `correction-${ids.open}-3`, '2026-11-01T00:00:00+09:00');
  const files = feeds(db);
  expect(archiveIn(files, '2026-10').events.map(({ id }) => id)).toEqual([`correction-${ids.open}-2`]);
  expect(archiveIn(files, '2026-11').events.at(-1)?.id).toBe(`correction-${ids.open}-3`);
});

test('a first load of many notices is short in events.json and whole in its archive', async () => {
  const db = await smallFacts();
  db.transaction(() => {
    for (let n = 2; n < 3_002; n++) addEvent(db, `correction-${ids.open}-${n}`, '2026-11-23T09:00:00+09:00');
  });
  const files = feeds(db);
  expect(eventsIn(files).events).toHaveLength(1_000);
  expect(archiveIn(files, '2026-11').events).toHaveLength(db.select().from(events).all().length);
});

test('events.json forgets after a month, its archives do not', async () => {
  const files = feeds(await smallFacts(), koreanInstant('2027-02-01', '10:00'));
  expect(eventsIn(files)).toEqual({ format: 1, events: [], archives: ['/feeds/events/2026-11.json'] });
});

test('the schedule has the days of a notice and the instants of its results', async () => {
  const entry = entryOf(ids.closing, feeds(await smallFacts()));
  expect(entry).toMatchObject({
    name: '등대마을 둘째 단지',
    kind: 'apt',
    sido: '11',
    sigungu: '11680',
    opensOn: '2026-11-22',
    closesOn: '2026-11-24',
    winnersOn: '2026-11-30',
    publications: {
      competition: '2026-11-24T19:30:00+09:00',
      specialSupply: '2026-11-24T19:30:00+09:00',
      score: '2026-11-30T09:00:00+09:00',
    },
    url: `/notices/${ids.closing}/`,
    revision: 0,
  });
  expect(entry?.tracks).toContainEqual({
    track: 'rank1',
    reside: 'gyeonggi',
    beginsOn: '2026-11-23',
    endsOn: '2026-11-23',
  });
});

test('what is held has no instant, and a kind without scores has none for them', async () => {
  const db = await smallFacts();
  const none = { competition: null, specialSupply: null, score: null };
  const early = feeds(db, koreanInstant('2026-11-09', '10:00'));
  expect(entryOf(ids.held, early)).toMatchObject({ closesOn: null, publications: none });
  expect(entryOf(ids.remainder, feeds(db))?.publications).toEqual({
    ...none,
    competition: '2026-11-23T19:30:00+09:00',
  });
});

test('the schedule follows the orders: a receipt that closes later, results that are moved or held', async () => {
  const db = await smallFacts();
  const about = { noticeId: ids.closing };
  takeOrders(db, [extend(about, '2026-11-25T23:00:00+09:00')]);
  const extended = entryOf(ids.closing, feeds(db));
  expect(extended).toMatchObject({
    closesOn: '2026-11-25',
    publications: { competition: '2026-11-26T01:00:00+09:00', specialSupply: '2026-11-26T01:00:00+09:00' },
  });
  expect(extended?.tracks).toContainEqual({
    track: 'rank2',
    reside: 'local',
    beginsOn: '2026-11-24',
    endsOn: '2026-11-25',
  });
  takeOrders(db, [move(about, '2026-11-24T21:00:00+09:00'), move(about, '2026-12-01T09:00:00+09:00', 'score')]);
  expect(entryOf(ids.closing, feeds(db))).toMatchObject({
    closesOn: '2026-11-24',
    publications: { competition: '2026-11-24T21:00:00+09:00', score: '2026-12-01T09:00:00+09:00' },
  });
  takeOrders(db, [hold(about)]);
  expect(entryOf(ids.closing, feeds(db))).toMatchObject({
    closesOn: '2026-11-24',
    publications: { competition: null, specialSupply: null, score: null },
  });
});

test('a notice stays in the schedule until its extended receipt is over', async () => {
  const db = await smallFacts();
  takeOrders(db, [
    extend({ noticeId: ids.withoutWinners }, '2026-11-18T23:00:00+09:00'),
    hold({ noticeId: ids.withoutWinners }),
  ]);
  expect(entryOf(ids.withoutWinners, feeds(db, koreanInstant('2026-11-18', '22:59')))).toBeDefined();
  expect(entryOf(ids.withoutWinners, feeds(db, koreanInstant('2026-11-18', '23:00')))).toBeUndefined();
});

test('scores are news of their own', async () => {
  const found = eventsIn(feeds(await smallFacts())).events.filter(({ kind }) => kind === 'results');
  const of = (id: string) => found.filter(({ noticeId }) => noticeId === id);
  expect(of(ids.announced).map(({ id, url }) => [id, url])).toEqual([
    [`results-${ids.announced}-score`, `/results/${ids.announced}/`],
    [`results-${ids.announced}`, `/results/${ids.announced}/`],
  ]);
  expect(of(ids.closed).map(({ id }) => id)).toEqual([`results-${ids.closed}`]);
});

test.each([
  ['its receipt, where no winners’ day is known', ids.withoutWinners, '2026-11-18T19:30:00+09:00'],
  ['its winners’ day, to its end', ids.closing, '2026-12-01T00:00:00+09:00'],
])('a notice leaves the schedule with its last instant: %s', async (_, id, instant) => {
  const db = await smallFacts();
  const last = parseInstant(instant);
  expect(entryOf(id, feeds(db, new Date(last.getTime() - 1)))).toBeDefined();
  expect(entryOf(id, feeds(db, last))).toBeUndefined();
});

test('the schedule is sorted by the first receipt day, then by number', async () => {
  const keys = entriesIn(feeds(await smallFacts())).map(({ opensOn, noticeId }) => `${opensOn ?? '9'} ${noticeId}`);
  expect(keys.length).toBeGreaterThan(5);
  expect(keys).toEqual(keys.toSorted());
});

test('the schedule is the same whether results exist or not', async () => {
  const db = await smallFacts();
  const { 'schedule.json': before } = feeds(db);
  for (const table of [competition, specialSupply, scores, resultAsks]) db.delete(table).run();
  db.delete(events).where(eq(events.kind, 'results')).run();
  expect(feeds(db)['schedule.json']).toBe(before);
});

test('a site built again while nothing happened has the same feeds, byte for byte', async () => {
  const db = await smallFacts();
  expect(feeds(db, koreanInstant('2026-11-24', '11:59'))).toEqual(feeds(db));
});

test('each feed has a schema that says what is required and lets us add', async () => {
  const files = feeds(await smallFacts());
  for (const name of ['events', 'events-archive', 'schedule']) {
    const schema = JSON.parse(files[`${name}.schema.json`]!) as object;
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
    expect(files[`${name}.schema.json`]).not.toContain('additionalProperties');
  }
});

function addEvent(db: Facts, id: string, at: string) {
  const known = { kind: 'correction', noticeId: ids.open, at: parseInstant(at).toISOString() } as const;
  db.insert(events)
    .values({ id, ...known })
    .run();
}
