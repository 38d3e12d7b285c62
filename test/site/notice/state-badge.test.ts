import { expect, onTestFinished, test } from 'vitest';
import { notices as table } from '../../../db/catalog/schema.ts';
import { koreanStamp } from '../../../db/clock.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { closingBadge, receiptBadge, stateBadge } from '../../../site/notice/state-badge.ts';
import { stateBadges, type Badge, type BadgeState } from '../../../site/words/states.ts';
import { extend } from '../../db/publications/orders.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

const minute = 60_000;

async function notices() {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  takeOrders(catalog.db, [
    extend({ noticeId: ids.closing }, '2026-11-24T23:00:00+09:00'),
    extend({ noticeId: ids.open }, '2026-11-26T00:00:00+09:00'),
  ]);
  return catalog.db.select().from(table).all();
}

/** What a badge of an earlier build says at an instant, by the turns that it carries. */
function saidLater({ words, turns: written = '' }: Badge, at: Date) {
  const turns = written.split(' ');
  let said = words;
  for (let i = 0; i < turns.length && turns[i] && turns[i]! <= koreanStamp(at).slice(0, 16); i += 2)
    said = stateBadges[turns[i + 1] as BadgeState].words;
  return said;
}

test.each([
  ['in lists', stateBadge],
  ['above a notice', receiptBadge],
  ['beside it', closingBadge],
])('a badge %s carries every turn of the days to come, to the minute', async (_, badgeOf) => {
  const all = await notices();
  for (const notice of all.filter(({ id }) => !id.startsWith('2025'))) {
    const built = badgeOf(notice, asOf);
    for (let at = asOf.getTime(); at < asOf.getTime() + 4 * 24 * 60 * minute; at += 30 * minute) {
      for (const instant of [new Date(at), new Date(at - minute)].filter((each) => each >= asOf))
        expect(`${notice.name} ${koreanStamp(instant)} ${saidLater(built, instant)}`).toBe(
          `${notice.name} ${koreanStamp(instant)} ${badgeOf(notice, instant).words}`,
        );
    }
  }
});

test('what a badge carries changes only when what it says does', async () => {
  const [open] = (await notices()).filter(({ id }) => id === ids.open);
  const at = (time: string) => stateBadge(open!, new Date(`2026-11-24T${time}:00+09:00`));
  expect(at('09:00')).toEqual(at('17:29'));
  expect(at('17:30')).not.toEqual(at('17:29'));
  expect(at('17:30').turns).toBe('2026-11-25T00:00 closing 2026-11-26T00:00 closed 2026-12-02T00:00 announced');
});

test('nothing is told ahead of what is over, and of a very long receipt only the next days', async () => {
  const all = await notices();
  expect(
    stateBadge(
      all.find(({ id }) => id === ids.announced)!,
      asOf,
    ),
  ).not.toHaveProperty('turns');
  const long = stateBadge({ ...all.find(({ id }) => id === ids.optional)!, receiptEndsOn: '2036-11-24' }, asOf);
  expect(long.turns!.split(' ')).toHaveLength(24);
});
