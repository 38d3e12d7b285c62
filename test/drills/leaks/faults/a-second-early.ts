import type { Fault } from '../fault.ts';

const file = 'site/publisher/publish-at.ts';

export const aSecondEarly: Fault = {
  name: 'a flip a second before the instant, to be there in time',
  edits: [
    { file, find: 'const retry = 1_000;', put: 'const retry = 1_000;\nconst early = 1_000;' },
    {
      file,
      find: 'await untilInstant(publisher, at.getTime());',
      put: 'await untilInstant(publisher, at.getTime() - early);',
    },
    {
      file,
      find: 'else if (clock.now() < at) return;',
      put: 'else if (clock.now().getTime() < at.getTime() - early) return;',
    },
  ],
  noticed: {
    file: 'test/site/publisher/before-the-instant.test.ts',
    test: 'until its instant a sealed release is in the vault alone, and what is laid ready is what readers have',
    says: /\+ +"2026-11-22T1930-[0-9a-f]{8}"/,
  },
};
