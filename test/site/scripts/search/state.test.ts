import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { noticeLine } from '../../../../db/catalog/notice-line.ts';
import { isClosing as closes, receiptState } from '../../../../db/catalog/receipt-state.ts';
import { notices } from '../../../../db/catalog/schema.ts';
import { dayAfter, koreanInstant } from '../../../../db/clock.ts';
import { winnersOf } from '../../../../site/scripts/filters/conditions.ts';
import { noticesOf } from '../../../../site/scripts/search/notices.ts';
import { isClosing, stateOf } from '../../../../site/scripts/search/state.ts';
import { freshFolder } from '../../../fresh.ts';
import { ids, smallCatalog } from '../../small-catalog.ts';
import { indexOf } from '../../search/index-of.ts';

test('the browser says of every notice what the pages say, at any hour of four weeks', async () => {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  // One is extended into a night, one takes nothing for days between its ranks, one goes on over weekends.
  const later = { rank2LocalBeginsOn: '2026-12-02', rank2LocalEndsOn: '2026-12-02' };
  const change = (id: string, facts: object) => catalog.db.update(notices).set(facts).where(eq(notices.id, id)).run();
  change(ids.open, { extendedTo: '2026-11-26T15:00:00.000Z' });
  change(ids.upcoming, { receiptBeginsOn: null, receiptEndsOn: null, ...later });
  change(ids.closing, { receiptEndsOn: '2026-12-05' });
  const { notices: file, facets } = indexOf(catalog.db);
  const found = noticesOf(file);
  const lines = catalog.db.select(noticeLine).from(notices).orderBy(notices.id).all();
  const wrong: string[] = [];
  for (let day = '2026-11-14'; day < '2026-12-12'; day = dayAfter(day))
    for (const time of ['00:00', '08:59', '09:00', '12:00', '17:29', '17:30', '23:59']) {
      const at = koreanInstant(day, time);
      lines.forEach((line, i) => {
        const [page, browser] = [
          [receiptState(line, at), closes(line, at)],
          [stateOf(file, found[i]!, winnersOf(facets, found[i]!), at), isClosing(file, found[i]!, at)],
        ];
        if (String(page) !== String(browser))
          wrong.push(`${line.id} ${day} ${time}: ${page.join()}, not ${browser.join()}`);
      });
    }
  expect(wrong).toEqual([]);
});
