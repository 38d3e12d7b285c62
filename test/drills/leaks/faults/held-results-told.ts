import type { Fault } from '../fault.ts';

export const heldResultsTold: Fault = {
  name: 'results told as soon as an event names them, though the schedule says that they are held',
  edits: [
    {
      file: 'notifier/feed/alert-of.ts',
      find: "  const instant = kind === 'results' && entry ? publicationOf(id, entry) : at;\n  if (instant === null) return null;\n",
      put: "  const instant = (kind === 'results' && entry && publicationOf(id, entry)) || at;\n",
    },
    {
      file: 'notifier/feed/take-back.ts',
      find: 'const isHeld = instant === null || instant.getTime()',
      put: 'const isHeld = instant !== null && instant.getTime()',
    },
  ],
  noticed: {
    file: 'test/notifier/feed/results.test.ts',
    test: 'wait while the schedule holds them, whatever the events say',
    says: /\+ +"results-2026000001"/,
  },
};
