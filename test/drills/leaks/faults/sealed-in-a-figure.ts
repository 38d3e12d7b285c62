import type { Fault } from '../fault.ts';

const file = 'notifier/watch/figures.ts';

export const sealedInAFigure: Fault = {
  name: 'a figure of the notifier that counts what is sealed in the vault beside it',
  edits: [
    {
      file,
      find: "import { Counter, Gauge, Registry } from 'prom-client';",
      put: `import { globSync } from 'node:fs';
import { Counter, Gauge, Registry } from 'prom-client';`,
    },
    {
      file,
      find: "  const rate = gauge('alerts_rate',",
      put: `  const sealed = gauge('alerts_sealed', 'Packages whose instant is to come.');
  const rate = gauge('alerts_rate',`,
    },
    {
      file,
      find: '      const now = clock.now();',
      put: `      sealed.set(globSync('vault/*.age', { cwd: process.env['DATA_DIR']! }).length);
      const now = clock.now();`,
    },
  ],
  noticed: {
    file: 'test/closed/notifier.test.ts',
    test: 'a notifier writes, says, answers and sends the same, whatever is closed',
    says: /\+ +alerts_sealed 2/,
  },
};
