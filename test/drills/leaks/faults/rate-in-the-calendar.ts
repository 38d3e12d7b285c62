import type { Fault } from '../fault.ts';

export const rateInTheCalendar: Fault = {
  name: 'the highest rate in the calendar entry of a publication',
  edits: [
    {
      file: 'site/release/feeds/dated-notices.ts',
      find: 'import type { NoticeWithDays }',
      put: `import { max } from 'drizzle-orm';
import type { NoticeWithDays }`,
    },
    {
      file: 'site/release/feeds/dated-notices.ts',
      find: 'import { publicationOrders } from',
      put: 'import { competition, publicationOrders } from',
    },
    {
      file: 'site/release/feeds/dated-notices.ts',
      find: '  const saidAt = lastSaid(db);',
      put: `  const saidAt = lastSaid(db);
  const highest = db.select({ id: competition.noticeId, rate: max(competition.rate) }).from(competition);
  const rates = new Map(highest.groupBy(competition.noticeId).all().map(({ id, rate }) => [id, rate]));`,
    },
    {
      file: 'site/release/feeds/dated-notices.ts',
      find: '    const steps = datedSteps(notice, hours);',
      put: `    const rate = rates.get(notice.id);
    const steps = datedSteps(notice, hours).map((step) =>
      rate && step.key === 'competition' ? { ...step, note: \`\${step.note} 최고 경쟁률 \${rate} : 1\` } : step,
    );`,
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'no value of it is found in any file',
    says: /\+ +"client\/feeds\/all\.ics"/,
  },
};
