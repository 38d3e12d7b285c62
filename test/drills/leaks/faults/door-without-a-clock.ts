import type { Fault } from '../fault.ts';

export const doorWithoutAClock: Fault = {
  name: 'a push message that is not asked at the socket whether its time has come',
  edits: [
    {
      file: 'notifier/senders/push/service.ts',
      find: "    if (now < load.notBefore) return 'early';\n",
      put: '',
    },
  ],
  noticed: {
    file: 'test/notifier/senders/push/contract.test.ts',
    test: 'web push in two threads',
    says: /what may not go out yet is kept back(.*\n)+.*"why": "early"/,
  },
};
