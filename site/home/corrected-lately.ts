import type { Facts } from '../../db/catalog/open.ts';
import { koreanDay } from '../../db/clock.ts';
import { correctedNotices } from '../lists/newest-corrections.ts';
import type { ShortItem } from '../lists/short-item.ts';
import { dayWords } from '../words/days.ts';

/** The notices corrected last, each with what changed and when that was seen: `당첨자 발표일 외 2건 · 11월 24일(화)`. */
export function correctedLately(db: Facts, asOf: Date, limit: number): ShortItem[] {
  return correctedNotices(db, 100)
    .slice(0, limit)
    .map(({ href, name, seen, lines }) => {
      const others = lines.length > 1 ? ` 외 ${lines.length - 1}건` : '';
      const day = dayWords(seen.datetime.slice(0, 10), koreanDay(asOf).slice(0, 4));
      return { href, name, about: `${lines[0]!.what}${others} · ${day}` };
    });
}
