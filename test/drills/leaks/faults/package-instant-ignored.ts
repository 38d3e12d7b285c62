import type { Fault } from '../fault.ts';

export const packageInstantIgnored: Fault = {
  name: 'packages taken as soon as their notices allow, whatever they say themselves',
  happened: '"publish now" in place of "publish at 9:30", ONS 2009',
  edits: [{ file: 'site/release/prepare/packages.ts', find: '    else if (each.at > at) continue;\n', put: '' }],
  noticed: {
    file: 'test/site/release/prepare/packages.test.ts',
    test: 'a package waits for the instant that it says, also when its notice has passed its own',
    says: /\+ +"[0-9a-f]{32}\.age"/,
  },
};
