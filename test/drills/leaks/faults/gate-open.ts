import type { Edit } from '../fault.ts';

/** Rows of results come in before their instant, for something behind the gate to hide. Other faults stand on it. */
export const gateOpen: Edit[] = [
  {
    file: 'db/ingest/intake.ts',
    find: '.filter((notice) => isPast(publication(notice, holds, run.hours), run.now))',
    put: '.filter((notice) => publication(notice, holds, run.hours) !== null)',
  },
  {
    file: 'db/ingest/intake.ts',
    find: `function isPast(instant: Date | null, now: Date) {
  return instant !== null && instant <= now;
}
`,
    put: '',
  },
];
