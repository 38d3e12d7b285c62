import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { competition, events, notices, resultAsks, scores, specialSupply } from '../../../../db/catalog/schema.ts';
import { koreanInstant } from '../../../../db/clock.ts';
import { takeOrders } from '../../../../db/publications/take-orders.ts';
import { hold, move } from '../../../db/publications/orders.ts';
import { asOf, ids } from '../../small-catalog.ts';
import { entriesOf, siteUrl, smallFacts, subscriptions } from './subscribed.ts';

type JsonFeed = {
  version: string;
  title: string;
  home_page_url: string;
  feed_url: string;
  language: string;
  items: { id: string; url: string; title: string; content_text: string; date_published: string }[];
};

const feedIn = (files: Record<string, string>, path: string) => JSON.parse(files[path]!) as JsonFeed;

test('there is a feed in three forms for all, each kind, each place and each kind that the place has', async () => {
  const files = subscriptions(await smallFacts());
  const paths = Object.keys(files).filter((path) => path.startsWith('/feeds/'));
  for (const end of ['atom', 'json', 'ics'])
    for (const path of [
      'all',
      'kind/apt',
      'kind/resupply',
      'region/seoul',
      'region/seoul/apt',
      'region/seoul/gangnam-gu',
      'region/gyeonggi/suwon-si/apt',
      'region/busan/gangseo-gu/officetel',
    ])
      expect(paths).toContain(`/feeds/${path}.${end}`);
  expect(paths.filter((path) => path.includes('jeju') || path.includes('seoul/officetel'))).toEqual([]);
});

test('which files there are does not depend on results', async () => {
  const db = await smallFacts();
  const before = Object.keys(subscriptions(db));
  for (const table of [competition, specialSupply, scores, resultAsks]) db.delete(table).run();
  expect(Object.keys(subscriptions(db))).toEqual(before);
});

test('a feed reader reads each Atom feed: its address, language, titles and where they lead', async () => {
  const files = subscriptions(await smallFacts());
  const atoms = Object.entries(files).filter(([path]) => path.endsWith('.atom'));
  for (const [path, text] of atoms) {
    const feed = extractFromXml(text);
    expect(feed.entries?.length).toBeGreaterThan(0);
    for (const entry of feed.entries!)
      expect(entry.link).toMatch(/^https:\/\/lighthouse\.example\/(notices|results)\/\d{10}\/$/);
    expect(text).toContain(`<link href="${siteUrl}${path}" rel="self" type="application/atom+xml"/>`);
    expect(text).toContain('xml:lang="ko"');
  }
  const seoul = extractFromXml(files['/feeds/region/seoul.atom']!);
  expect(seoul.title).toBe('서울 청약 소식');
  expect(seoul.entries?.find(({ title }) => title === '새 공고: 등대마을 둘째 단지')).toMatchObject({
    id: `tag:lighthouse.example,2026:notice-${ids.closing}`,
    link: `${siteUrl}/notices/${ids.closing}/`,
    published: '2026-11-20T00:00:00.000Z',
    description: '서울 강남구, 아파트. 접수 11월 22일(일) ~ 24일(화), 당첨자 발표 11월 30일(월)',
  });
});

test('each JSON feed keeps the rules of version 1.1, and says what its Atom sister says', async () => {
  const files = subscriptions(await smallFacts());
  for (const path of Object.keys(files).filter((each) => each.startsWith('/feeds/') && each.endsWith('.json'))) {
    const feed = feedIn(files, path);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: siteUrl + path,
      language: 'ko',
    });
    expect(feed.home_page_url).toMatch(/^https:\/\/lighthouse\.example\/notices\/.*\/?$/);
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
    for (const item of feed.items) {
      expect(item.title.length * item.content_text.length).toBeGreaterThan(0);
      expect(item.date_published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
    }
    const sister = extractFromXml(files[path.replace(/json$/, 'atom')]!);
    const own = extractFromJson(JSON.stringify(feed));
    expect(own.entries?.map(({ id, link, title }) => ({ id, link, title }))).toEqual(
      sister.entries?.map(({ id, link, title }) => ({ id, link, title })),
    );
  }
});

test('a correction names what has changed, and results say where the tables are', async () => {
  const { items } = feedIn(subscriptions(await smallFacts()), '/feeds/all.json');
  const of = (id: string) => items.find((item) => item.id.endsWith(`:${id}`));
  expect(of(`correction-${ids.open}-1`)).toMatchObject({ title: '정정: 등대마을 첫째 단지' });
  expect(of(`correction-${ids.open}-1`)?.content_text).toContain('당첨자발표일');
  expect(of(`results-${ids.closed}`)).toMatchObject({
    title: '경쟁률·특별공급 신청현황 공개: 등대마을 넷째 단지',
    content_text: '서울 강남구, 아파트. 표는 링크한 페이지에 있습니다',
    url: `${siteUrl}/results/${ids.closed}/`,
  });
  expect(of(`results-${ids.announced}-score`)?.title).toBe('당첨 가점 공개: 등대마을 다섯째 단지');
});

test('a feed has the newest 50, its older news fall out', async () => {
  const files = subscriptions(await smallFacts());
  const { items } = feedIn(files, '/feeds/region/gyeonggi/suwon-si.json');
  expect(items).toHaveLength(50);
  const keys = feedIn(files, '/feeds/all.json').items.map(({ date_published, id }) => `${date_published} ${id}`);
  expect(keys).toEqual(keys.toSorted().toReversed());
});

test('what becomes known after an instant is in no feed as of that instant', async () => {
  const db = await smallFacts();
  const before = subscriptions(db, new Date('2026-11-24T09:29:59.999+09:00'));
  const at = subscriptions(db, koreanInstant('2026-11-24', '09:30'));
  const said = (files: Record<string, string>) =>
    feedIn(files, '/feeds/all.json')
      .items.map(({ id }) => id)
      .join(' ');
  expect(said(before)).not.toMatch(/correction|results/);
  expect(said(at)).toContain(`results-${ids.closed}`);
});

test('results that are held or moved after they were public are news no longer', async () => {
  const db = await smallFacts();
  const about = (id: string) => ({ noticeId: id });
  takeOrders(db, [hold(about(ids.closed)), move(about(ids.announced), '2026-12-24T09:00:00+09:00', 'score')]);
  const all = Object.entries(subscriptions(db))
    .filter(([path]) => /(atom|json)$/.test(path))
    .map(([, text]) => text)
    .join('\n');
  expect(all).not.toContain(`results-${ids.closed}`);
  expect(all).not.toContain(`results-${ids.announced}-score`);
  expect(all).toContain(`results-${ids.announced}`);
});

test('a source that holds closed results makes the same feeds and calendars as one that does not', async () => {
  expect(subscriptions(await smallFacts({ closedRows: true }))).toEqual(subscriptions(await smallFacts()));
});

test('no feed or calendar carries a printed rate or score', async () => {
  const all = Object.values(subscriptions(await smallFacts())).join('\n');
  for (const value of ['29.20', '2,182', '△12', '64.27', '176.29']) expect(all).not.toContain(value);
});

test('the same facts give the same bytes, later on the same day too', async () => {
  const db = await smallFacts();
  expect(subscriptions(db, koreanInstant('2026-11-24', '18:00'))).toEqual(subscriptions(db));
});

test('example data say so in every feed, calendar and entry', async () => {
  const files = subscriptions(await smallFacts({ example: true }));
  const feed = feedIn(files, '/feeds/all.json');
  expect([feed.title, ...feed.items.map(({ title }) => title)].filter((each) => !each.startsWith('[예시] '))).toEqual(
    [],
  );
  const calendar = files['/feeds/all.ics']!;
  expect(calendar).toContain('X-WR-CALNAME:[예시] 전국 청약 일정');
  expect(entriesOf(calendar).filter(({ summary }) => !summary.startsWith('[예시] '))).toEqual([]);
});

test('a name with marks of XML and of calendars stays what it is, and breaks nothing', async () => {
  const db = await smallFacts();
  const name = '<b>A&B</b>; "쉼표, 줄\\n"\u2028 ]]> END:VCALENDAR';
  db.update(notices).set({ name }).run();
  const files = subscriptions(db);
  expect(extractFromXml(files['/feeds/kind/officetel.atom']!).entries?.at(-1)?.title).toContain('A&B');
  expect(feedIn(files, '/feeds/kind/officetel.json').items.at(-1)?.title).toBe(`새 공고: ${name}`);
  expect(entriesOf(files['/feeds/kind/officetel.ics']!)[0]?.summary).toContain(name);
});

test('without any notice there are still the feeds of the whole country', async () => {
  const db = await smallFacts();
  db.delete(events).run();
  const files = subscriptions(db);
  // The reader takes none without an entry.
  expect(parseAtomFeed(files['/feeds/all.atom']!)).toMatchObject({ title: { value: '전국 청약 소식' } });
  expect(parseAtomFeed(files['/feeds/all.atom']!).updated).toBe(asOf.toISOString());
  expect(feedIn(files, '/feeds/all.json').items).toEqual([]);
});

test('every calendar says what it is called and how often to look again', async () => {
  const files = subscriptions(await smallFacts(), koreanInstant('2028-01-03', '10:00'));
  const calendars = Object.entries(files).filter(([path]) => path.endsWith('.ics'));
  expect(calendars.length).toBeGreaterThan(10);
  for (const [path, text] of calendars) {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
    expect(calendar.getFirstPropertyValue('source')).toBe(siteUrl + path);
    expect(String(calendar.getFirstPropertyValue('x-wr-calname'))).toMatch(/ 청약 일정$/);
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT6H');
    // A calendar without anything in it would be none: what is over is gone, its time zone stays.
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
  }
});
