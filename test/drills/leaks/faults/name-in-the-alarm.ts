import type { Fault } from '../fault.ts';

const file = 'notifier/feed/fault.ts';

export const nameInTheAlarm: Fault = {
  name: 'an alarm about a feed that repeats the text for which it is held',
  edits: [
    {
      file,
      find: 'function fault(what: string, some: { id?: string; noticeId: string }[]): Fault {\n  const notices = some.map(({ noticeId }) => noticeId);',
      put: "function fault(what: string, some: { id?: string; noticeId: string; name?: string }[]): Fault {\n  const notices = some.map(({ noticeId, name }) => `${noticeId} ${name ?? ''}`);",
    },
  ],
  noticed: {
    file: 'test/notifier/feed/held.test.ts',
    test: 'wholly, for one absurd event, and its text is said nowhere',
    says: /not to contain '12\.34'/,
  },
};
