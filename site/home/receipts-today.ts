import type { NoticeLine } from '../../db/catalog/notice-line.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { closesAt } from '../../db/catalog/publication.ts';
import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import { receiptState } from '../../db/catalog/receipt-state.ts';
import {
  nextClosingDay,
  nextOpeningDay,
  noticesClosingOn,
  noticesGoingOnAfter,
  noticesOpeningOn,
} from '../../db/catalog/receipts.ts';
import { dayAfter, koreanDay, koreanStamp, koreanTime } from '../../db/clock.ts';
import { currentItem, type NoticeItem } from '../lists/notice-item.ts';
import { dayWords } from '../words/days.ts';

/** A part of the home page. `note` says what the list does not, also when it is empty. */
export type HomeSection = {
  id: string;
  title: string;
  note: string;
  count: number;
  items: NoticeItem[];
  /** Words of the link to the list of all, when there are more than these. */
  more: string | null;
};

/** Notices shown in a part of the home page. */
const shown = 6;

/** What closes today, what can be applied for, what begins next: three parts, and no notice in two of them. */
export function receiptsToday(db: Facts, asOf: Date): HomeSection[] {
  return [closingToday(db, asOf), goingOn(db, asOf), opening(db, asOf)];
}

function closingToday(db: Facts, asOf: Date) {
  const today = koreanDay(asOf);
  const lines = noticesClosingOn(db, today);
  const next = lines.length === 0 ? nextClosingDay(db, today) : null;
  const note =
    lines.length > 0
      ? closingWords(lines, asOf)
      : `오늘 마감하는 청약이 없습니다.${next ? ` 다음 마감은 ${dayWords(next, today.slice(0, 4))}입니다.` : ''}`;
  const section = homeSection('closing', '오늘 마감', note, lines, asOf);
  return { ...section, items: section.items.map((item, i) => ({ ...item, closes: untilClose(lines[i]!) })) };
}

function untilClose(line: NoticeLine) {
  const close = closesAt(line)!;
  return { datetime: koreanStamp(close), words: `${closingHour(close)}까지` };
}

/** Receipts that were extended close at an hour of their own. */
function closingWords(lines: NoticeLine[], asOf: Date) {
  const closes = lines.map((line) => closesAt(line)!).sort((a, b) => a.getTime() - b.getTime());
  const left = new Set(closes.filter((close) => close > asOf).map(closingHour));
  if (left.size === 0) return `${closingHour(closes.at(-1)!)}에 접수가 끝났습니다.`;
  return `${left.size > 1 ? '공고에 따라 ' : ''}${[...left].join(', ')}까지 신청할 수 있습니다.`;
}

/** The hour of a close on the day that it ends: midnight is 24:00. */
function closingHour(close: Date) {
  const hour = koreanTime(close);
  return hour === '00:00' ? '24:00' : hour;
}

function goingOn(db: Facts, asOf: Date) {
  const lines = noticesGoingOnAfter(db, koreanDay(asOf)).filter((line) => !isToCome(line, asOf));
  const open = lines.some((line) => receiptState(line, asOf) === 'open');
  const hours = `접수 시간은 평일 ${receiptHours.opens}~${receiptHours.closes}입니다.`;
  const note =
    lines.length === 0
      ? '오늘 마감하는 것 말고는 접수 기간인 청약이 없습니다.'
      : open
        ? hours
        : `지금은 접수 시간이 아닙니다. ${hours}`;
  return homeSection('open', open ? '지금 접수중' : '접수 기간', note, lines, asOf);
}

function opening(db: Facts, asOf: Date) {
  const today = koreanDay(asOf);
  const tomorrow = dayAfter(today);
  const soon = [
    ...noticesOpeningOn(db, today).filter((line) => isToCome(line, asOf)),
    ...noticesOpeningOn(db, tomorrow),
  ];
  const next = soon.length === 0 ? nextOpeningDay(db, tomorrow) : null;
  const lines = next ? noticesOpeningOn(db, next) : soon;
  const note =
    soon.length > 0
      ? '오늘과 내일 접수를 시작합니다.'
      : next
        ? `오늘과 내일은 시작하는 청약이 없습니다. 다음 시작은 ${dayWords(next, today.slice(0, 4))}입니다.`
        : '앞으로 시작하는 청약이 아직 없습니다.';
  return homeSection('opening', '곧 접수 시작', note, lines, asOf);
}

function homeSection(id: string, title: string, note: string, lines: NoticeLine[], asOf: Date): HomeSection {
  return {
    id,
    title,
    note,
    count: lines.length,
    items: lines.slice(0, shown).map((line) => currentItem(line, asOf)),
    more: lines.length > shown ? `${title} ${lines.length}건 모두 보기` : null,
  };
}

/** True on the first day before the receipt opens. */
function isToCome({ firstReceiptDay }: NoticeLine, asOf: Date) {
  return firstReceiptDay === koreanDay(asOf) && koreanTime(asOf) < receiptHours.opens;
}
