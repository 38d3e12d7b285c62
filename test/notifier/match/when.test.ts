import { describe, expect, test } from 'vitest';
import { koreanStamp } from '../../../db/clock.ts';
import type { EventKind } from '../../../db/subscribers/alert-event.ts';
import type { Wishes } from '../../../db/subscribers/wishes.ts';
import { hearingOf, ownHourOf } from '../../../notifier/match/when.ts';

const at = (text: string) => new Date(`2026-11-24T${text}:00+09:00`);
const span = (kind: EventKind, from: Date, until: Date) => ({
  kind,
  notBefore: from,
  expiresAt: until,
});
const closing = span('closes-today', at('09:00'), at('17:30'));
const results = span('results', at('19:30'), new Date('2026-11-25T19:30:00+09:00'));
const evening = span('opens-tomorrow', at('18:00'), new Date('2026-11-25T00:00:00+09:00'));

type Timing = Partial<Pick<Wishes, 'digestAt' | 'quiet'>>;
const timed = (timing: Timing) => ({ digestAt: null, quiet: null, ...timing });
const hears = (event: typeof closing, timing: Timing, now = event.notBefore) => {
  const heard = hearingOf(event, now, timed(timing));
  return heard && `${koreanStamp(heard.notBefore).slice(5, 16)} ${heard.as}`;
};
const own = (event: Parameters<typeof ownHourOf>[0], timing: Timing) => {
  const heard = ownHourOf(event, timed(timing));
  return heard && `${koreanStamp(heard.notBefore).slice(5, 16)} ${heard.as}`;
};

describe('somebody hears of an event', () => {
  test('at once, when nothing stands against it', () => {
    expect(hears(results, {})).toBe('11-24T19:30 itself');
    expect(hears(results, { quiet: { from: 22, to: 7 } })).toBe('11-24T19:30 itself');
  });

  test('when quiet ends, over midnight too', () => {
    expect(hears(results, { quiet: { from: 18, to: 20 } })).toBe('11-24T20:00 itself');
    expect(hears(results, { quiet: { from: 19, to: 7 } })).toBe('11-25T07:00 itself');
  });

  test('by the hour in which it is written down, where that is late', () => {
    const late = new Date('2026-11-25T02:00:00+09:00');
    expect(hears(results, { quiet: { from: 22, to: 7 } }, late)).toBe('11-25T07:00 itself');
    expect(hears(results, {}, late)).toBe('11-24T19:30 itself');
  });

  test('not at all when it has expired before quiet ends', () => {
    expect(hears(closing, { quiet: { from: 8, to: 18 } })).toBeNull();
    expect(hears(closing, { quiet: { from: 8, to: 17 } })).toBe('11-24T17:00 itself');
  });

  test('in the next digest when that comes in time, and at once when it does not', () => {
    expect(hears(results, { digestAt: 8 })).toBe('11-25T08:00 digest');
    expect(hears(closing, { digestAt: 12 })).toBe('11-24T12:00 digest');
    expect(hears(closing, { digestAt: 8 })).toBe('11-24T09:00 itself');
  });

  test('in a digest that waits for the end of quiet, where its hour is quiet', () => {
    expect(hears(results, { digestAt: 6, quiet: { from: 22, to: 9 } })).toBe('11-25T09:00 digest');
  });

  test('as if there were no quiet where it ends as it begins', () => {
    expect(hears(results, { quiet: { from: 19, to: 19 } })).toBe('11-24T19:30 itself');
  });
});

describe('a reminder comes earlier on its day', () => {
  test('with a digest that comes before its hour', () => {
    expect(own(closing, { digestAt: 8 })).toBe('11-24T08:00 digest');
    expect(own(evening, { digestAt: 8 })).toBe('11-24T08:00 digest');
    expect(own(closing, { digestAt: 6, quiet: { from: 22, to: 7 } })).toBe('11-24T07:00 digest');
  });

  test('in the last hour before a quiet that outlasts it', () => {
    expect(own(closing, { quiet: { from: 8, to: 18 } })).toBe('11-24T07:00 itself');
    expect(own(closing, { digestAt: 20, quiet: { from: 8, to: 18 } })).toBe('11-24T07:00 itself');
  });

  test('on the evening before where quiet has begun by then, and outlasts the last day', () => {
    expect(own(closing, { quiet: { from: 0, to: 18 } })).toBe('11-23T23:00 itself');
    expect(own(closing, { quiet: { from: 20, to: 18 } })).toBe('11-23T19:00 itself');
    expect(own(closing, { quiet: { from: 19, to: 18 }, digestAt: 3 })).toBe('11-23T18:00 itself');
    expect(ownHourOf(closing, timed({ quiet: { from: 0, to: 18 } }))!.hour).toBe(-1);
  });

  test('but no other reminder: what it says is not true yet', () => {
    const opening = span('opens-today', at('07:30'), at('17:30'));
    expect(own(opening, { quiet: { from: 20, to: 18 } })).toBeNull();
  });

  test('and not when it can come as usual, nor as news, which is not known before', () => {
    expect(own(closing, {})).toBeNull();
    expect(own(closing, { digestAt: 12 })).toBeNull();
    expect(own(closing, { quiet: { from: 8, to: 17 } })).toBeNull();
    expect(own(results, { digestAt: 8 })).toBeNull();
  });
});
