import type { Answers } from './answers.ts';
import { wholeMonths, yearsAfter } from './periods.ts';

/** Points from so many whole months, or people, on; in rising order. */
type Step = { id: string; least: number; points: number };
export type Tables = Record<'homeless' | 'family' | 'account' | 'spouse', Step[]>;

/** A part of the score: its points and the line of the table they come from, or null while an answer is missing. */
export type Part = { points: number; step: string | null; count: number | null };
export type Score = {
  homeless: Part | null;
  family: Part | null;
  account: Part | null;
  spouse: Part | null;
  total: number | null;
};

const nothing: Part = { points: 0, step: null, count: null };
const accountAndSpouse = 17;

export function scoreOf(answers: Answers, tables: Tables): Score {
  const homeless = homelessPart(answers, tables.homeless);
  const family = familyPart(answers, tables.family);
  const account = accountPart(answers, tables.account);
  const spouse = account && spousePart(answers, tables.spouse, account.points);
  const total =
    homeless && family && account && spouse ? homeless.points + family.points + account.points + spouse.points : null;
  return { homeless, family, account, spouse, total };
}

/** The day from which 무주택기간 counts: the 30th birthday or an earlier marriage, or the day the last home was given away. */
export function homelessFrom({ birth, married, marriedOn, ownedEver, homelessSince }: Answers) {
  if (!birth || !married || (married === 'yes' && !marriedOn)) return null;
  if (!ownedEver || (ownedEver === 'yes' && !homelessSince)) return null;
  const thirty = yearsAfter(birth, 30);
  const start = married === 'yes' && marriedOn! < thirty ? marriedOn! : thirty;
  return ownedEver === 'yes' && homelessSince! > start ? homelessSince! : start;
}

/**
 * Whole months of a 청약통장. Of those before the 19th birthday at most 24 until 2023 and 60 in all count; what is left of a month
 * where the two meet is not counted.
 */
export function accountMonths(joinedOn: string, birth: string, notice: string) {
  const adult = yearsAfter(birth, 19);
  if (joinedOn >= adult) return Math.max(0, wholeMonths(joinedOn, notice));
  const childhood = earlier(adult, notice);
  const before = Math.max(0, wholeMonths(joinedOn, earlier(childhood, minorsSince)));
  const after = Math.max(0, wholeMonths(later(joinedOn, minorsSince), childhood));
  return Math.min(60, Math.min(24, before) + after) + Math.max(0, wholeMonths(adult, notice));
}

const minorsSince = '2024-01-01';

function homelessPart(answers: Answers, steps: Step[]): Part | null {
  const { notice, homes } = answers;
  if (homes !== null && homes > 0) return nothing;
  const from = homelessFrom(answers);
  if (!notice || homes === null || !from) return null;
  return from > notice ? nothing : partOf(steps, wholeMonths(from, notice));
}

function familyPart({ married, parents, children }: Answers, steps: Step[]): Part | null {
  if (!married || parents === null || children === null) return null;
  return partOf(steps, (married === 'yes' ? 1 : 0) + parents + children);
}

function accountPart({ joinedOn, birth, notice }: Answers, steps: Step[]): Part | null {
  if (!joinedOn || !birth || !notice) return null;
  return joinedOn > notice ? nothing : partOf(steps, accountMonths(joinedOn, birth, notice));
}

function spousePart({ married, spouseJoinedOn, notice }: Answers, steps: Step[], own: number): Part | null {
  if (!married || !notice) return null;
  if (married === 'no' || !spouseJoinedOn || spouseJoinedOn > notice) return nothing;
  const part = partOf(steps, wholeMonths(spouseJoinedOn, notice));
  return { ...part, points: Math.min(part.points, accountAndSpouse - own) };
}

function partOf(steps: Step[], count: number): Part {
  const { id, points } = steps.findLast(({ least }) => least <= count)!;
  return { points, step: id, count };
}

function earlier(a: string, b: string) {
  return a < b ? a : b;
}

function later(a: string, b: string) {
  return a < b ? b : a;
}
