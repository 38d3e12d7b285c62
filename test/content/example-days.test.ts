import { describe, expect, test } from 'vitest';
import { lastReceiptDay, publication, receiptTracks, usualHours } from '../../db/catalog/publication.ts';
import { dayAfter, koreanInstant } from '../../db/clock.ts';
import { keyOf } from '../../db/ingest/read-row.ts';
import { days, isResult, month, noticesOn, once, rowsOn, word } from './example-rows.ts';

describe('on any day, Sundays and the ends of months included, something', () => {
  const opening = (day: string) => noticesOn(day).filter(({ receiptBeginsOn }) => receiptBeginsOn === day);
  const closing = (day: string) => noticesOn(day).filter((notice) => lastReceiptDay(notice) === day);
  const kindsOf = (notices: { kind: string }[]) => new Set(notices.map(({ kind }) => kind));

  test.each(days)('is announced (%s)', (day) => {
    expect(noticesOn(day).some(({ announcedOn }) => announcedOn === day)).toBe(true);
  });

  test.each(days)('opens, and more opens tomorrow (%s)', (day) => {
    expect(kindsOf(opening(day)).size).toBeGreaterThan(1);
    expect(noticesOn(day).filter(({ receiptBeginsOn }) => receiptBeginsOn === dayAfter(day)).length).toBeGreaterThan(1);
  });

  test.each(days)('closes: a 특별공급, a 1순위, a 무순위 of one day (%s)', (day) => {
    const ending = noticesOn(day)
      .flatMap((notice) => receiptTracks(notice))
      .filter(({ endsOn }) => endsOn === day)
      .map(({ track }) => track);
    expect(ending).toEqual(expect.arrayContaining(['special', 'rank1']));
    const oneDay = closing(day).filter(({ receiptBeginsOn }) => receiptBeginsOn === day);
    expect(kindsOf(oneDay)).toContain('remainder');
    expect(kindsOf(closing(day)).size).toBeGreaterThan(1);
  });

  test.each(days)('has its winners (%s)', (day) => {
    expect(noticesOn(day).some(({ winnersOn }) => winnersOn === day)).toBe(true);
  });

  test.each(days)('has results that become public at 19:30, and had some the evening before (%s)', (day) => {
    const known = new Set(
      rowsOn(day)
        .filter(({ operation }) => isResult(operation))
        .map(({ row }) => word(row, 'HOUSE_MANAGE_NO')),
    );
    const instants = noticesOn(day)
      .filter(({ id }) => known.has(id))
      .map((notice) => publication(notice, 'competition', usualHours)?.getTime());
    expect(instants).toContain(koreanInstant(day, '19:30').getTime());
    expect(instants).toContain(koreanInstant(dayAfter(day, -1), '19:30').getTime());
  });

  test.each(days)('is going on in fifteen notices or more (%s)', (day) => {
    const touched = noticesOn(day).filter(
      (notice) =>
        [notice.announcedOn, notice.winnersOn].includes(day) ||
        [dayAfter(day, -1), day].includes(lastReceiptDay(notice)!) ||
        (notice.receiptBeginsOn! <= dayAfter(day) && lastReceiptDay(notice)! >= day),
    );
    expect(touched.length).toBeGreaterThanOrEqual(15);
  });
});

describe('from one day to another', () => {
  const rowsByKey = once(
    (day) => new Map(rowsOn(day).map(({ operation, row }) => [`${operation} ${keyOf(row)}`, { operation, row }])),
  );
  const announcedOn = (day: string) => new Map(noticesOn(day).map((notice) => [notice.id, notice.announcedOn]));

  /** Rows of both days that say something else on the later one. */
  function changes(earlier: string, later: string) {
    const before = rowsByKey(earlier);
    return [...rowsByKey(later)]
      .filter(([key, { row }]) => before.has(key) && JSON.stringify(before.get(key)!.row) !== JSON.stringify(row))
      .map(([, { operation, row }]) => ({ operation, id: word(row, 'HOUSE_MANAGE_NO') }));
  }

  test.each(days)('rows come with new notices and leave with old ones (after %s)', (day) => {
    const next = dayAfter(day);
    const [before, after] = [rowsByKey(day), rowsByKey(next)];
    const daysOf = (from: typeof before, missingIn: typeof before, on: string) => {
      const announced = announcedOn(on);
      const moved = [...from].filter(([key]) => !missingIn.has(key));
      return new Set(moved.map(([, { row }]) => announced.get(word(row, 'HOUSE_MANAGE_NO'))));
    };
    expect(daysOf(after, before, next)).toEqual(new Set([next]));
    for (const left of daysOf(before, after, day)) expect([dayAfter(day, -28), dayAfter(day, -730)]).toContain(left);
  });

  test('only notices and house types change, each once, and something changes every few days', () => {
    const daily = month.slice(1).map((day) => changes(dayAfter(day, -1), day));
    expect(daily.flat().filter(({ operation }) => !/(Detail|Mdl)$/.test(operation))).toEqual([]);
    const corrected = daily.map((found) => new Set(found.map(({ id }) => id)));
    const all = corrected.flatMap((ids) => [...ids]);
    expect(new Set(all).size).toBe(all.length);
    corrected.forEach((_, i) => {
      if (i + 4 <= corrected.length) expect(corrected.slice(i, i + 4).some((ids) => ids.size > 0)).toBe(true);
    });
  });

  test.each(days)('a week brings three to ten corrections, one of them of an open notice (%s)', (day) => {
    const corrected = new Set(changes(dayAfter(day, -7), day).map(({ id }) => id));
    expect(corrected.size).toBeGreaterThanOrEqual(3);
    expect(corrected.size).toBeLessThanOrEqual(10);
    const open = noticesOn(day).filter((notice) => notice.receiptBeginsOn! <= day && lastReceiptDay(notice)! >= day);
    expect(open.some(({ id }) => corrected.has(id))).toBe(true);
  });
});
