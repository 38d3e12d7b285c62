import type { Fault } from '../fault.ts';

export const resultsKeptOnDevices: Fault = {
  name: 'results that a device keeps and shows, whatever was decided since',
  edits: [
    {
      file: 'site/service-worker/answer-page.ts',
      find: `/^\\/(results|status|`,
      put: `/^\\/(status|`,
    },
  ],
  noticed: {
    file: 'test/site/offline/offline.test.ts',
    test: 'results are not kept, however often they were read',
    says: /to contain '인터넷에 연결되지 않았습니다'/,
  },
};
