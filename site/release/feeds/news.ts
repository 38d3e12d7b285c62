import type { NoticeWithDays } from '../../../db/catalog/all-notice-days.ts';
import { correctedLabels } from '../../../db/catalog/day-corrections.ts';
import { kindNames, type Kind } from '../../../db/kinds.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { publication, type PublicationHours } from '../../../db/catalog/publication.ts';
import { receiptDays } from '../../words/days.ts';
import { dayWords } from '../../words/days.ts';
import { placeWords } from '../../words/places.ts';
import type { KnownEvent } from './event-rows.ts';

/** A piece of news for people: what became known, when, and where it stands. No number, rate or count is in it. */
export type News = { id: string; path: string; at: Date; title: string; text: string; kind: Kind };

/** True for an event that may be told: one of results only while they are public, for they may have been held since. */
export function mayBeTold({ id, kind }: KnownEvent, notice: NoticeWithDays, hours: PublicationHours, asOf: Date) {
  if (kind !== 'results') return true;
  const instant = publication(notice, isOfScores(id) ? 'score' : 'competition', hours);
  return instant !== null && instant <= asOf;
}

/** Tells events in words. */
export function newsWriter(db: Facts) {
  const labels = correctedLabels(db);
  return ({ id, kind, noticeId, at }: KnownEvent, notice: NoticeWithDays): News => ({
    id,
    path: `/${kind === 'results' ? 'results' : 'notices'}/${noticeId}/`,
    at: new Date(at),
    title: `${what(id, kind, notice)}: ${notice.name}`,
    text: [sortWords(notice), more(id, kind, notice, labels)].filter(Boolean).join('. '),
    kind: notice.kind,
  });
}

function what(id: string, kind: KnownEvent['kind'], { kind: sort }: NoticeWithDays) {
  if (kind === 'notice') return '새 공고';
  if (kind === 'correction') return '정정';
  if (isOfScores(id)) return '당첨 가점 공개';
  return sort === 'apt' ? '경쟁률·특별공급 신청현황 공개' : '경쟁률 공개';
}

function more(id: string, kind: KnownEvent['kind'], notice: NoticeWithDays, labels: Map<string, string[]>) {
  if (kind === 'notice') return dayLine(notice);
  if (kind === 'results') return '표는 링크한 페이지에 있습니다';
  const changed = labels.get(id.slice('correction-'.length)) ?? [];
  return changed.length > 0 ? `바뀐 항목: ${changed.join(', ')}` : '';
}

function dayLine({ firstReceiptDay, lastReceiptDay, winnersOn, announcedOn }: NoticeWithDays) {
  const year = announcedOn.slice(0, 4);
  const receipt = firstReceiptDay
    ? `접수 ${receiptDays(firstReceiptDay, lastReceiptDay, year)
        .map(({ words }) => words)
        .join(' ')}`
    : '';
  return [receipt, winnersOn && `당첨자 발표 ${dayWords(winnersOn, year)}`].filter(Boolean).join(', ');
}

function sortWords(notice: NoticeWithDays) {
  return `${placeWords(notice)}, ${kindNames[notice.kind]}`;
}

function isOfScores(id: string) {
  return id.endsWith('-score');
}
