import type { Fault } from '../fault.ts';

const file = 'notifier/feed/write-alert.ts';

export const resultsInTheStore: Fault = {
  name: 'the page of results kept in the store of subscribers, to see later whether it has changed',
  edits: [
    {
      file,
      find: '  const [from, until] = [notBefore.getTime(), expiresAt.getTime()];',
      put: `  const page = await fetch(new URL(alert.path, siteUrl));
  await store.keep(\`page \${id}\`, await page.text());
  const [from, until] = [notBefore.getTime(), expiresAt.getTime()];`,
    },
    {
      file,
      find: 'cursor: Cursor, { store, matcher, clock }: Writing) {',
      put: 'cursor: Cursor, { store, matcher, clock, siteUrl, fetch }: any) {',
    },
  ],
  noticed: {
    file: 'test/closed/notifier.test.ts',
    test: 'no rate, count, score or name of them is in anything that it writes, says, answers or sends',
    says: /\+ +"73,?912\.\d+"/,
  },
};
