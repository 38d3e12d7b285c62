import { dayAfter, koreanDay } from '../../db/clock.ts';
import { kindNames } from '../../db/kinds.ts';
import type { AlertEvent, EventKind } from '../../db/subscribers/alert-event.ts';
import { whyOf, type Because } from './because.ts';
import { dayName } from './day-name.ts';
import type { Message } from './message.ts';
import { placeName } from './place-name.ts';
import { shownName } from './shown-name.ts';

/**
 * What an event says to somebody. Its words are ours but for the name of the notice; the only digits are those of that name and of
 * days. A day stands in it wherever the message may be read later than it was meant.
 */
export function messageOf(event: AlertEvent, because: Because): Message {
  const words = wordsOf[event.kind];
  const name = shownName(event.noticeName);
  const date = words.day && dayName(days[words.day](koreanDay(event.notBefore)));
  const when = date && `${date} ${words.what}`;
  const place = placeName(event.sigungu) ?? placeName(event.sido);
  return {
    type: 'info',
    event: event.id,
    title: words.title(name),
    dated: when ? `${name} ${when}` : words.title(name),
    line: [place, kindNames[event.noticeKind], when].filter(Boolean).join(' · '),
    path: event.path,
    why: whyOf(event, because),
    urgency: words.urgency,
    expiresAt: event.expiresAt,
  };
}

const days = { 오늘: (day: string) => day, 내일: (day: string) => dayAfter(day) };

type Words = {
  title(name: string): string;
  /** Where it is about a day: which, seen from when it is told, and what is on it. */
  day?: keyof typeof days;
  what?: string;
  /** `high` where hours count. */
  urgency: Message['urgency'];
};

const wordsOf: Record<EventKind, Words> = {
  notice: { title: (name) => `${name} 모집공고가 나왔습니다`, urgency: 'normal' },
  correction: { title: (name) => `${name} 공고 내용이 바뀌었습니다`, urgency: 'normal' },
  cancelled: { title: (name) => `${name} 모집이 취소되었습니다`, urgency: 'normal' },
  'opens-tomorrow': {
    title: (name) => `${name} 접수가 내일 시작됩니다`,
    day: '내일',
    what: '접수 시작',
    urgency: 'normal',
  },
  'opens-today': {
    title: (name) => `${name} 접수가 오늘 시작됩니다`,
    day: '오늘',
    what: '접수 시작',
    urgency: 'high',
  },
  'closes-today': {
    title: (name) => `${name} 접수가 오늘 마감됩니다`,
    day: '오늘',
    what: '접수 마감',
    urgency: 'high',
  },
  'closes-tomorrow': {
    title: (name) => `${name} 접수가 내일 마감됩니다`,
    day: '내일',
    what: '접수 마감',
    urgency: 'high',
  },
  'winners-today': {
    title: (name) => `${name} 당첨자가 오늘 발표됩니다`,
    day: '오늘',
    what: '당첨자 발표',
    urgency: 'normal',
  },
  results: { title: (name) => `${name} 청약 결과가 공개되었습니다`, urgency: 'high' },
};
