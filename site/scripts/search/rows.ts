import { onDay, receiptDays } from '../../words/days.ts';
import { households } from '../../words/numbers.ts';
import type { Found } from './notices.ts';
import { link, part, time } from './parts.ts';
import { dayOf } from './state.ts';
import type { wordsOf } from './words-of.ts';

type More = { winners?: number | null; households?: number | null; facts?: string[] };

/** A notice as a row of `NoticeList` shows it. */
export function noticeRow(words: ReturnType<typeof wordsOf>, notice: Found, more: More = {}) {
  const { year } = words;
  const badge = words.badge(notice, more.winners);
  const about = [words.about(notice), ...(more.households ? [households(more.households)] : []), ...(more.facts ?? [])];
  const { opens, closes } = notice;
  const days =
    opens === null
      ? [onDay(dayOf(notice.announced), year)]
      : receiptDays(dayOf(opens), closes === null ? null : dayOf(closes), year);
  const receipt = part('span', '', opens === null ? '공고 ' : '접수 ', ...days.flatMap((day) => [time(day), ' ']));
  const winners = more.winners ? [part('span', '', '발표 ', time(onDay(dayOf(more.winners), year)))] : [];
  return part(
    'li',
    '',
    link('name whole', `/notices/${notice.id}/`, notice.name),
    ...(badge ? [part('span', `badge ${badge.tone}`, badge.words)] : []),
    part('p', 'about', about.join(' · ')),
    part('p', 'days', receipt, ...winners),
  );
}
