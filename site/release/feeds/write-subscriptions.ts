import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allNoticeDays, type NoticeWithDays } from '../../../db/catalog/all-notice-days.ts';
import { hasDaysToCome } from '../../../db/catalog/days-to-come.ts';
import { holdsExample } from '../../../db/catalog/holds-example.ts';
import { hoursOf } from '../../../db/catalog/hours.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { koreanDay } from '../../../db/clock.ts';
import { allScopes, scopesOf } from '../../feeds/scopes.ts';
import { calendarEntries, withoutReminders } from './calendar-entries.ts';
import { calendarOf } from './calendar.ts';
import { datedNotices } from './dated-notices.ts';
import { knownEvents } from './event-rows.ts';
import { mayBeTold, newsWriter, type News } from './news.ts';
import { atomFeed, jsonFeed, type FeedSite } from './reader-feeds.ts';

/** Pieces of news in a feed at the most. */
const most = 50;

/**
 * Writes what people subscribe to, as of an instant, into a finished site: for every place with notices and every kind that it
 * has, `feeds/….atom`, `.json` and `.ics`; and the calendar of each notice that has days to come. Which files there are
 * follows from the notices alone.
 */
export function writeSubscriptions(db: Facts, client: string, { asOf, siteUrl }: { asOf: Date; siteUrl: string }) {
  const site = { siteUrl: siteUrl.replace(/\/$/, ''), example: holdsExample(db) };
  const notices = allNoticeDays(db);
  const scopes = allScopes(notices);
  for (const { path } of scopes) mkdirSync(dirname(join(client, 'feeds', path)), { recursive: true });
  const news = newsByScope(db, notices, asOf);
  const entries = writeNoticeCalendars(db, site, { client, notices, asOf });
  for (const scope of scopes) {
    const feed = { scope, news: news.get(scope.path) ?? [], asOf };
    const file = join(client, 'feeds', scope.path);
    writeFileSync(`${file}.atom`, atomFeed(site, feed));
    writeFileSync(`${file}.json`, jsonFeed(site, feed));
    const ofScope = entries.get(scope.path) ?? [];
    const shown = isNarrow(scope.path) ? ofScope : ofScope.map(withoutReminders);
    writeFileSync(`${file}.ics`, calendarOf(site, `/feeds/${scope.path}.ics`, scope.words, shown));
  }
}

/** A 시군구: small enough that to be reminded of each of its receipts is a help. */
function isNarrow(path: string) {
  return /^region\/[^/]+\/[^/]+-(si|gun|gu)(\/|$)/.test(path);
}

/** The newest news of each feed, the newest first. Each piece is written once, for all the feeds that have it. */
function newsByScope(db: Facts, notices: NoticeWithDays[], asOf: Date) {
  const hours = hoursOf(db);
  const byId = new Map(notices.map((notice) => [notice.id, notice]));
  const write = newsWriter(db);
  const byScope = new Map<string, News[]>();
  for (const event of knownEvents(db, asOf)) {
    const notice = byId.get(event.noticeId)!;
    if (!mayBeTold(event, notice, hours, asOf)) continue;
    let news: News | undefined;
    for (const { path } of scopesOf(notice)) {
      const list = byScope.get(path) ?? byScope.set(path, []).get(path)!;
      if (list.length < most) list.push((news ??= write(event, notice)));
    }
  }
  return byScope;
}

type Written = { client: string; notices: NoticeWithDays[]; asOf: Date };

/** Writes the calendar of each notice with days to come. @returns the entries of each feed, also of notices that are over. */
function writeNoticeCalendars(db: Facts, site: FeedSite, { client, notices, asOf }: Written) {
  const today = koreanDay(asOf);
  const byScope = new Map<string, string[]>();
  for (const dated of datedNotices(db, notices, asOf)) {
    const { notice } = dated;
    const entries = calendarEntries(site, dated);
    for (const { path } of scopesOf(notice)) {
      const list = byScope.get(path);
      if (list) list.push(entries);
      else byScope.set(path, [entries]);
    }
    if (!hasDaysToCome(notice, today)) continue;
    const path = `/notices/${notice.id}/schedule.ics`;
    mkdirSync(dirname(join(client, path)), { recursive: true });
    writeFileSync(join(client, path), calendarOf(site, path, notice.name, [entries]));
  }
  return byScope;
}
