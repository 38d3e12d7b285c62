import type { FeedEvent, Scheduled } from '../../db/feeds.ts';
import { faultsOfDays } from './absurd-days.ts';
import { fault, type Fault } from './fault.ts';

/** 경쟁률 as people and the API write it: `12.34 : 1`, `12대 1`, `(△12)`; and 가점. */
const rates = /경쟁률|당첨\s*가점|△|\d\s*(?:[:：∶]|대)\s*1(?!\d)/u;
/** Characters that show nothing, or turn the direction of a text. A name may end with a blank. */
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const longest = 120;

/**
 * Counts, and milliseconds. `events.json` reaches 31 days back, so what is unknown and much older was not there before. On the
 * busiest day of 2020 to 2025 19 notices were announced.
 */
const bounds = { newEvents: 2_000, vanished: 20, ahead: 300_000, behind: 62 * 86_400_000 };

/** What is absurd about events that are new. @param last when the newest event that is known became known. */
export function faultsOfEvents(events: FeedEvent[], last: Date, now: Date): Fault[] {
  const at = (event: FeedEvent) => Date.parse(event.at);
  return [
    ...faultsOfTexts(events.map((event) => ({ ...event, name: event.noticeName }))),
    fault(
      'would become known in the future',
      events.filter((event) => at(event) > now.getTime() + bounds.ahead),
    ),
    fault(
      'are new and more than two months older than the last',
      events.filter((event) => at(event) < last.getTime() - bounds.behind),
    ),
    fault(
      'do not go with their id, their notice or their page',
      events.filter((event) => !isOfItsNotice(event)),
    ),
    fault(`are new at once, more than ${bounds.newEvents}`, events.length > bounds.newEvents ? events : []),
  ].filter(({ ids }) => ids.length > 0);
}

/**
 * What is absurd about a schedule.
 * @param before the last one, where there is one.
 * @param isDecided true for an entry about which an operator has decided.
 */
export function faultsOfSchedule(
  entries: Scheduled[],
  before: Scheduled[] | null,
  isDecided: (entry: Scheduled) => boolean,
  now: Date,
): Fault[] {
  const there = new Set(entries.map(({ noticeId }) => noticeId));
  const vanished = (before ?? []).filter(({ noticeId }) => !there.has(noticeId));
  const open = entries.filter((entry) => !isDecided(entry));
  return [
    ...faultsOfTexts(open.map((entry) => ({ ...entry, id: entry.noticeId }))),
    fault(
      'have vanished from the schedule at once, more than half of it',
      vanished.length >= bounds.vanished && vanished.length > before!.length / 2 ? vanished : [],
    ),
    ...faultsOfDays(open, now),
  ].filter(({ ids }) => ids.length > 0);
}

type Text = { id: string; noticeId: string; name: string; sido: string | null; sigungu: string | null };

function faultsOfTexts(texts: Text[]): Fault[] {
  const strings = ({ id, name, sido, sigungu }: Text) => [id, name, sido ?? '', sigungu ?? ''];
  return [
    {
      ...fault(
        'have a text that looks like a rate or a score',
        texts.filter((text) => strings(text).some((string) => rates.test(string.normalize('NFKC')))),
      ),
      canBeSent: false,
    },
    fault(
      `have an empty name, one longer than ${longest} characters or one with characters that nobody sees`,
      texts.filter(({ name }) => name.trim() === '' || name.length > longest || unseen.test(name)),
    ),
    fault(
      'have a place that is no code',
      texts.filter(({ sido, sigungu }) => !isPlace(sido, sigungu)),
    ),
  ];
}

function isPlace(sido: string | null, sigungu: string | null) {
  if (sido === null) return sigungu === null;
  return /^\d\d$/.test(sido) && (sigungu === null || (/^\d{5}$/.test(sigungu) && sigungu.startsWith(sido)));
}

function isOfItsNotice({ id, kind, noticeId, revision, url }: FeedEvent) {
  const own = `${kind}-${noticeId}`;
  const known = { notice: [own], cancelled: [own], correction: [`${own}-${revision}`], results: [own, `${own}-score`] };
  return known[kind].includes(id) && url === `/${kind === 'results' ? 'results' : 'notices'}/${noticeId}/`;
}
