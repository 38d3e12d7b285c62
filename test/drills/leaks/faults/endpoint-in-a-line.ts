import type { Fault } from '../fault.ts';

const file = 'notifier/senders/push/push-sender.ts';

export const endpointInALine: Fault = {
  name: 'a line of the log with the endpoint that a push service refuses',
  edits: [
    {
      file,
      find: '          waiting.set(ticket + at, (verdict) =>\n            hear(id, known.outcomeOf({ origin, host, key: load.key, id }, verdict)),\n          );',
      put: `          waiting.set(ticket + at, (verdict) => {
            if (verdict.is === 'answered' && verdict.status >= 400) say(\`\${origin}\${messages[at]!.path} is refused.\`);
            hear(id, known.outcomeOf({ origin, host, key: load.key, id }, verdict));
          });`,
    },
  ],
  noticed: {
    file: 'test/notifier/senders/push/faults.test.ts',
    test: 'nothing that is said or thrown names an endpoint or a key',
    says: /not to contain '\/push\/'/,
  },
};
