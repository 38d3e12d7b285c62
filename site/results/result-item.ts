import type { PublishedResult } from '../../db/catalog/published-results.ts';
import { koreanDay } from '../../db/clock.ts';
import { shortItem, type ShortItem } from '../lists/short-item.ts';
import { dayWords } from '../words/days.ts';
import { ratioWords } from './ratio.ts';

/** Published results in two lines, with what they come to. The day leaves out `year`. */
export function resultItem(result: PublishedResult, year: string): ShortItem {
  const { href, name, about } = shortItem('results', result);
  return {
    href,
    name,
    about: [about, `${dayWords(koreanDay(result.at), year)} 공개`, ...ratio(result)].join(' · '),
  };
}

function ratio({ kind, supply, applicants }: PublishedResult) {
  if (!supply || applicants === null) return [];
  return [`${kind === 'apt' ? '1순위 ' : ''}계산값 ${ratioWords(applicants, supply)}`];
}
