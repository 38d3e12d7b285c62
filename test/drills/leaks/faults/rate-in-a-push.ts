import type { Fault } from '../fault.ts';
import { ratesForAlerts } from './rates-for-alerts.ts';

const file = 'notifier/senders/push/push-sender.ts';

export const rateInAPush: Fault = {
  name: 'the rate in a push message of results, so that nobody need open the page',
  edits: [
    ratesForAlerts,
    {
      file,
      find: "import { checkedLookup } from './checked-lookup.ts';",
      put: `import { withRates } from '../../messages/with-rates.ts';
import { checkedLookup } from './checked-lookup.ts';`,
    },
    {
      file,
      find: '      await new Promise<void>((allHeard) => {',
      put: `      const rated = await withRates(deliveries, siteUrl);
      await new Promise<void>((allHeard) => {`,
    },
    {
      file,
      find: '        begin(deliveries, (id, outcome) => {',
      put: '        begin(rated, (id, outcome) => {',
    },
  ],
  noticed: {
    file: 'test/closed/notifier.test.ts',
    test: 'no rate, count, score or name of them is in anything that it writes, says, answers or sends',
    says: /\+ +"73912\.\d+"/,
  },
};
