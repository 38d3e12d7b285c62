import type { Fault } from '../fault.ts';

export const addressInALine: Fault = {
  name: 'a line of the log that says to whom a mail could not be brought',
  edits: [
    {
      file: 'notifier/senders/email/mailer.ts',
      find: "say('A mail to a single reader was given up: the mail server did not take it, or there is no such address.');",
      put: 'say(`A mail to ${to} was given up: the mail server did not take it, or there is no such address.`);',
    },
  ],
  noticed: {
    file: 'test/notifier/senders/email/mailer.test.ts',
    test: 'a mail that is not taken is tried again, and given up with a sentence that names nobody',
    says: /\+ +"A mail to reader@example\.com was given up/,
  },
};
