import { koreanDay, koreanStamp } from '../../../db/clock.ts';
import { keep, kept } from '../kept.ts';

/**
 * Keeps that the reader is here now. A second visit on a day is the same one: what was new stays so until the next day.
 * @returns when they were here on the day before this; null for the first time.
 */
export function visit(now: Date): Date | null {
  const known = (kept('seen') ?? {}) as { last?: unknown; before?: unknown };
  const [last, before] = [instantOf(known.last), instantOf(known.before)];
  const earlier = last && koreanDay(last) < koreanDay(now) ? last : before;
  keep('seen', { last: koreanStamp(now), before: earlier && koreanStamp(earlier) });
  return earlier;
}

function instantOf(stamp: unknown) {
  const instant = new Date(typeof stamp === 'string' ? stamp : Number.NaN);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
