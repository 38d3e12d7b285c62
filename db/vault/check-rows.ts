import { readRow } from '../ingest/read-row.ts';
import type { ClosedRow, Problem } from './closed-package.ts';

const longest = 10;

/** Holds rows against the same schemas as the intake, and against each other. @returns null when all are well. */
export function checkRows(rows: ClosedRow[]): Problem | null {
  const numbers = new Map<string, number>();
  const first = new Map<string, { number: number; said: string }>();
  const wrong: string[] = [];
  for (const { operation, row } of rows) {
    const number = (numbers.get(operation.name) ?? 0) + 1;
    numbers.set(operation.name, number);
    const place = `${operation.name} row ${number}`;
    const read = readRow<unknown>(operation.row, { place, row });
    if ('reason' in read) {
      wrong.push(`${place}: ${read.reason}`);
      continue;
    }
    const said = JSON.stringify(read.facts);
    const before = first.get(`${operation.name}/${read.key}`);
    if (!before) first.set(`${operation.name}/${read.key}`, { number, said });
    else if (before.said !== said)
      wrong.push(`${place}: says something else than row ${before.number} of the same thing`);
  }
  if (wrong.length === 0) return null;
  const more = wrong.length > longest ? '\nThere are more.' : '';
  return { problem: `Rows of it cannot be taken:\n${wrong.slice(0, longest).join('\n')}${more}` };
}
