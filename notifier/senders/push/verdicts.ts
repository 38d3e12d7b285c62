import type { Verdict } from './response-table.ts';

/** Verdicts as three numbers each, ticket, code and milliseconds of Retry-After or −1: thousands a second go from thread to thread. */
export function writeVerdict(to: number[], ticket: number, verdict: Verdict) {
  to.push(ticket, codeOf(verdict), (verdict.is === 'answered' ? verdict.retryAfter : null) ?? -1);
}

/** Reads what writeVerdict wrote. */
export function readVerdicts(numbers: Float64Array, heard: (ticket: number, verdict: Verdict) => void) {
  for (let at = 0; at < numbers.length; at += 3) heard(numbers[at]!, verdictOf(numbers[at + 1]!, numbers[at + 2]!));
}

/** Codes below 100 are no statuses of HTTP: their places in this list. */
const without: Verdict[] = [
  { is: 'unanswered' },
  { is: 'unsent', connected: true },
  { is: 'unsent', connected: false },
  { is: 'held' },
  { is: 'kept back', why: 'early' },
  { is: 'kept back', why: 'late' },
  { is: 'kept back', why: 'left' },
];

function codeOf(verdict: Verdict) {
  switch (verdict.is) {
    case 'answered':
      return verdict.status;
    case 'unanswered':
      return 0;
    case 'unsent':
      return verdict.connected ? 1 : 2;
    case 'held':
      return 3;
    case 'kept back':
      return { early: 4, late: 5, left: 6 }[verdict.why];
  }
}

function verdictOf(code: number, after: number): Verdict {
  return without[code] ?? { is: 'answered', status: code, retryAfter: after < 0 ? null : after };
}
