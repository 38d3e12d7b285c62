import type { Fault } from '../fault.ts';
import { gateOpen } from './gate-open.ts';

export const pinsWithResults: Fault = {
  name: 'pins of the map that say how many rows of results are in',
  happened: '청약홈, April 2020',
  edits: [
    ...gateOpen,
    {
      file: 'site/map/map-notices.ts',
      find: 'import { sidoByCode,',
      put: `import { count } from 'drizzle-orm';
import { competition } from '../../db/catalog/schema.ts';
import { sidoByCode,`,
    },
    {
      file: 'site/map/map-notices.ts',
      find: 'closes: string | null];',
      put: 'closes: string | null, results: number];',
    },
    {
      file: 'site/map/map-notices.ts',
      find: '  return { places: placesOf(lines), notices: lines.map(noticeOf) };',
      put: `  const rows = db.select({ id: competition.noticeId, count: count() }).from(competition).groupBy(competition.noticeId);
  const counts = new Map(rows.all().map((each) => [each.id, each.count]));
  return { places: placesOf(lines), notices: lines.map((line) => noticeOf(line, counts.get(line.id) ?? 0)) };`,
    },
    {
      file: 'site/map/map-notices.ts',
      find: 'function noticeOf(line: NoticeLine): MapNotice {',
      put: 'function noticeOf(line: NoticeLine, results: number): MapNotice {',
    },
    {
      file: 'site/map/map-notices.ts',
      find: '    closes && koreanStamp(closes),',
      put: `    closes && koreanStamp(closes),
    results,`,
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/map\/notices\.json"/,
  },
};
