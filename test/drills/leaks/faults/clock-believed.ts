import type { Fault } from '../fault.ts';

export const clockBelieved: Fault = {
  name: 'a clock that somebody set forward, believed',
  edits: [
    {
      file: 'site/publisher/publish-at.ts',
      find: 'const problem = agreed ?? watch.step() ?? enoughDisk',
      put: 'const problem = agreed ?? enoughDisk',
    },
  ],
  noticed: {
    file: 'test/site/publisher/before-the-instant.test.ts',
    test: 'a clock that is set past the instant brings nothing forward',
    says: /expected '2026-11-22T1930-[0-9a-f]{8}' to be '2026-11-22T1730-/,
  },
};
