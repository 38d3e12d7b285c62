import type { Fault } from '../fault.ts';
import { ratesForAlerts } from './rates-for-alerts.ts';

const file = 'notifier/senders/email/sender-by.ts';

export const rateInAMail: Fault = {
  name: 'the rate in a mail of results, so that nobody need open the page',
  edits: [
    ratesForAlerts,
    {
      file,
      find: "import { linksOf } from '../../messages/links.ts';",
      put: `import { linksOf } from '../../messages/links.ts';
import { withRates } from '../../messages/with-rates.ts';`,
    },
    {
      file,
      find: 'const letter = write(delivery);',
      put: 'const letter = write((await withRates([delivery], siteUrl))[0]!);',
    },
  ],
  noticed: {
    file: 'test/closed/notifier.test.ts',
    test: 'no rate, count, score or name of them is in anything that it writes, says, answers or sends',
    says: /\+ +"73912\.\d+"/,
  },
};
