import ical from 'ical-generator';
import type { FeedSite } from './reader-feeds.ts';

/** How often a calendar is looked up again, in seconds. */
const refresh = 6 * 3_600;

/** A calendar of finished entries. Korea's time zone is in it, so that it is one even where there is no entry. */
export function calendarOf({ siteUrl, example }: FeedSite, path: string, words: string, entries: Iterable<string>) {
  const head = ical({
    prodId: { company: 'cheongyak-lighthouse', product: 'schedule', language: 'KO' },
    name: `${example ? '[예시] ' : ''}${words} 청약 일정`,
    source: siteUrl + path,
    timezone: { name: 'Asia/Seoul', generator: () => korea },
    ttl: refresh,
  }).toString();
  return `${head.slice(0, head.lastIndexOf('END:VCALENDAR'))}${[...entries].join('')}END:VCALENDAR\r\n`;
}

/** Korea has kept UTC+9 without summer time since 1988-10-09. */
const korea = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Seoul',
  'BEGIN:STANDARD',
  'DTSTART:19881009T020000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:KST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');
