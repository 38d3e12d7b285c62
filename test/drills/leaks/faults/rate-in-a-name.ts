import type { Fault } from '../fault.ts';

export const rateInAName: Fault = {
  name: 'a feed with a rate in the name of a notice that is told like any other',
  edits: [
    {
      file: 'notifier/feed/absurd.ts',
      find: "strings(text).some((string) => rates.test(string.normalize('NFKC')))",
      put: 'rates.test(text.id)',
    },
    {
      file: 'notifier/feed/absurd.ts',
      find: "  const strings = ({ id, name, sido, sigungu }: Text) => [id, name, sido ?? '', sigungu ?? ''];\n",
      put: '',
    },
  ],
  noticed: {
    file: 'test/notifier/feed/held.test.ts',
    test: 'wholly, for one absurd event, and its text is said nowhere',
    says: /have a length of 1 but got \+?0/,
  },
};
