import type { PublishedResult } from '../../db/catalog/published-results.ts';
import { grouped } from '../words/numbers.ts';
import { ratioWords } from './ratio.ts';

/** The results of a stretch of time, counted. */
export type Span = {
  words: string;
  notices: number;
  supply: number;
  applicants: number;
  /** Applicants for one household, at the notice in the middle. Null where none can be counted. */
  median: number | null;
  scores: { lowest: number; highest: number } | null;
};

/** The same in print. */
export type SpanRow = {
  words: string;
  notices: string;
  supply: string;
  applicants: string;
  total: string;
  median: string;
  scores: string;
};

export function countSpan(words: string, results: PublishedResult[]): Span {
  const counted = results.flatMap(({ supply, applicants }) =>
    supply && applicants !== null ? [{ supply, applicants }] : [],
  );
  const scored = results.flatMap(({ scores }) => (scores ? [scores] : []));
  return {
    words,
    notices: results.length,
    supply: counted.reduce((sum, { supply }) => sum + supply, 0),
    applicants: counted.reduce((sum, { applicants }) => sum + applicants, 0),
    median: median(counted.map(({ supply, applicants }) => applicants / supply)),
    scores:
      scored.length > 0
        ? {
            lowest: Math.min(...scored.map(({ lowest }) => lowest)),
            highest: Math.max(...scored.map(({ highest }) => highest)),
          }
        : null,
  };
}

export function spanRow({ words, notices, supply, applicants, median: middle, scores }: Span): SpanRow {
  return {
    words,
    notices: grouped(notices),
    supply: grouped(supply),
    applicants: grouped(applicants),
    total: ratioWords(applicants, supply),
    median: middle === null ? '-' : ratioWords(middle, 1),
    scores: scores ? `${scores.lowest} ~ ${scores.highest}` : '-',
  };
}

function median(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
