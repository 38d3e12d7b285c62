import { firstRankSums } from '../../db/catalog/first-rank-sums.ts';
import { hoursOf } from '../../db/catalog/hours.ts';
import { noticeWithId } from '../../db/catalog/notice.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { prepared } from '../../db/catalog/prepared.ts';
import { standingOf } from '../results/standing.ts';
import { grouped } from '../words/numbers.ts';

const told = prepared(() => new Map<string, string | null>());

/**
 * `1순위 12.34 : 1`, all applicants of rank 1 for all its households, or null: where the competition of the notice may not be
 * known at `asOf`, where there is none, or nothing was supplied. Many pages name the same notice, so each is asked about once.
 */
export function firstRankWords(db: Facts, id: string, asOf: Date) {
  const known = told(db);
  const key = `${id} ${asOf.getTime()}`;
  const words = known.has(key) ? known.get(key)! : ask(db, id, asOf);
  known.set(key, words);
  return words;
}

function ask(db: Facts, id: string, asOf: Date) {
  if (standingOf(noticeWithId(db, id), 'competition', hoursOf(db), asOf).state !== 'public') return null;
  const sums = firstRankSums(db, id);
  if (!sums || sums.supply === 0) return null;
  const [whole, part] = (sums.applicants / sums.supply).toFixed(2).split('.');
  return `1순위 ${grouped(Number(whole))}.${part} : 1`;
}
