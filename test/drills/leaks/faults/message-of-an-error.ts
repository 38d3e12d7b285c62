import type { Fault } from '../fault.ts';

export const messageOfAnError: Fault = {
  name: 'a line of the log that gives the message of an error as it came, with the address in it',
  edits: [
    {
      file: 'notifier/web/what-failed.ts',
      find: 'return [problem.name, typeof',
      put: 'return [problem.message, typeof',
    },
  ],
  noticed: {
    file: 'test/notifier/web/doors.test.ts',
    test: 'a store that fails is not talked about, to the reader or in the log',
    says: /not to match \/SQLITE\|reader@\//,
  },
};
