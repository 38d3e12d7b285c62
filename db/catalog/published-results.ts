import { asc, max, min, sql } from '../drizzle.ts';
import { hoursOf } from './hours.ts';
import type { Kind } from '../kinds.ts';
import { noticeLine } from './notice-line.ts';
import type { Facts } from './open.ts';
import { publication } from './publication.ts';
import { competition, notices, scores } from './schema.ts';

/** What the published results of a notice come to. */
export type PublishedResult = {
  id: string;
  kind: Kind;
  name: string;
  sido: string | null;
  sigungu: string | null;
  /** Its publication instant. */
  at: Date;
  /** Households and their applicants, rank 1 of an apartment. Both null where the same application may stand in two cells. */
  supply: number | null;
  applicants: number | null;
  /** 가점 of all winners, once those are public as well. */
  scores: { lowest: number; highest: number } | null;
};

/**
 * Every notice whose competition is public at `asOf` and has rows, the newest first. Sums of a notice that is held, moved past
 * `asOf` or not due yet never leave this file; nor do scores before their own instant.
 */
export function publishedResults(db: Facts, asOf: Date): PublishedResult[] {
  const before = known.get(db);
  if (before?.asOf === asOf.getTime()) return before.results;
  const results = ask(db, asOf);
  known.set(db, { asOf: asOf.getTime(), results });
  return results;
}

/** Pages ask hundreds of times, of a copy that does not change. */
const known = new WeakMap<Facts, { asOf: number; results: PublishedResult[] }>();

function ask(db: Facts, asOf: Date) {
  const hours = hoursOf(db);
  const sums = competitionSums(db);
  const ranges = scoreRanges(db);
  return db
    .select(noticeLine)
    .from(notices)
    .orderBy(asc(notices.id))
    .all()
    .flatMap((line): PublishedResult[] => {
      const at = publication(line, 'competition', hours);
      if (!at || at > asOf || !sums.has(line.id)) return [];
      const scoresAt = publication(line, 'score', hours);
      const { id, kind, name, sido, sigungu } = line;
      return [
        {
          id,
          kind,
          name,
          sido,
          sigungu,
          at,
          ...sums.get(id)!,
          scores: scoresAt && scoresAt <= asOf ? (ranges.get(id) ?? null) : null,
        },
      ];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1));
}

/**
 * Σ 1순위 접수 and Σ 공급 of each notice. Elsewhere all applicants, where each type has one cell, or each cell has households of its
 * own; else who is not drawn in one cell is drawn again in the next (거주자우선, then 기타).
 */
function competitionSums(db: Facts) {
  const { noticeId, modelNo, type, rank, supply, segmentSupply, applicants } = competition;
  const types = db
    .select({
      noticeId,
      supply: sql<number | null>`iif(max(${rank}) = 0 and count(${segmentSupply}) = count(*),
        sum(${segmentSupply}), max(${supply}))`.as('type_supply'),
      applicants: sql<number | null>`sum(iif(${rank} < 2, ${applicants}, 0))`.as('type_applicants'),
      once: sql<number>`max(${rank}) > 0 or count(*) = 1 or count(${segmentSupply}) = count(*)`.as('once'),
    })
    .from(competition)
    .groupBy(noticeId, modelNo, type)
    .as('types');
  return new Map(
    db
      .select({
        id: types.noticeId,
        supply: sql<number | null>`iif(min(${types.once}), sum(${types.supply}), null)`,
        applicants: sql<number | null>`iif(min(${types.once}), sum(${types.applicants}), null)`,
      })
      .from(types)
      .groupBy(types.noticeId)
      .all()
      .map(({ id, supply: households, applicants: count }) => [
        id,
        households === null || count === null
          ? { supply: null, applicants: null }
          : { supply: households, applicants: count },
      ]),
  );
}

/** Lowest and highest 가점 of each notice. What is printed as `-` or 0 is nobody's; past the full 84 points it is a slip. */
function scoreRanges(db: Facts) {
  const number = (printed: typeof scores.lowest | typeof scores.highest) =>
    sql<
      number | null
    >`iif(cast(${printed} as real) > 0 and cast(${printed} as real) <= 84, cast(${printed} as real), null)`;
  return new Map(
    db
      .select({ id: scores.noticeId, lowest: min(number(scores.lowest)), highest: max(number(scores.highest)) })
      .from(scores)
      .groupBy(scores.noticeId)
      .all()
      .flatMap(({ id, lowest, highest }) =>
        lowest === null || highest === null ? [] : [[id, { lowest: Number(lowest), highest: Number(highest) }]],
      ),
  );
}
