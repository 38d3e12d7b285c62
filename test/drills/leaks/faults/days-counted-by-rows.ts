import type { Fault } from '../fault.ts';

export const daysCountedByRows: Fault = {
  name: 'a month of the calendar that counts only the results that are in',
  edits: [
    {
      file: 'site/calendar/month.ts',
      find: 'import { noticesPerhapsIn }',
      put: `import { competition } from '../../db/catalog/schema.ts';
import { noticesPerhapsIn }`,
    },
    {
      file: 'site/calendar/month.ts',
      find: '  const byDay = Map.groupBy(entries,',
      put: `  const rows = db.selectDistinct({ id: competition.noticeId }).from(competition).all();
  const isIn = new Set(rows.map(({ id }) => id));
  const byDay = Map.groupBy(entries,`,
    },
    {
      file: 'site/calendar/month.ts',
      find: '    lines: entries.length,',
      put: "    lines: entries.filter(({ step, notice }) => step !== 'competition' || isIn.has(notice.id)).length,",
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'what was taken back leaves no trace, not in one byte of one file',
    says: /\+ +"client\/calendar\/2026-11\/index\.html"/,
  },
};
