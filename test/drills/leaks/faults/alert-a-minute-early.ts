import type { Fault } from '../fault.ts';

export const alertAMinuteEarly: Fault = {
  name: 'alerts taken from the ledger a minute early, and sent without asking the clock again',
  happened: 'a scheduled mail of the DCMS left early',
  edits: [
    {
      file: 'db/subscribers/ledger/due-chunks.ts',
      find: '  const at = now.getTime();',
      put: '  const at = now.getTime() + 60_000;',
    },
    {
      file: 'notifier/senders/push/service.ts',
      find: "    if (now < load.notBefore) return 'early';\n",
      put: '',
    },
    {
      file: 'notifier/senders/email/sender-by.ts',
      find: "    if (now < notBefore) return 'early';\n",
      put: '',
    },
    {
      file: 'notifier/senders/email/sender-by.ts',
      find: 'function askFor({ id, notBefore, expiresAt }: Delivery',
      put: 'function askFor({ id, expiresAt }: Delivery',
    },
  ],
  noticed: {
    file: 'test/closed/notifier.test.ts',
    test: 'nothing goes out while the clock stands before the instant, though the site shows the results',
    says: /expected \[ 6, 6 \] to deeply equal \[ \+0, \+0 \]|\+ +6,/,
  },
};
