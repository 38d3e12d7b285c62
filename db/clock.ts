/** Tells the time. Everything that needs it takes one as an argument, so that a test can move it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

export function fixedClock(instant: Date): Clock {
  return { now: () => instant };
}

/** Begins at an instant and runs on from there, whatever becomes of this machine's clock: a resident command's `--now`. */
export function runningClock(start: Date): Clock {
  const begun = performance.now();
  return { now: () => new Date(start.getTime() + performance.now() - begun) };
}

const offset = 9 * 3_600_000; // Korea has kept UTC+9 without summer time since 1988-10-09.

/** The Korean calendar day of an instant, `YYYY-MM-DD`. */
export function koreanDay(instant: Date) {
  return new Date(instant.getTime() + offset).toISOString().slice(0, 10);
}

/** The Korean wall clock of an instant, `HH:MM`. */
export function koreanTime(instant: Date) {
  return new Date(instant.getTime() + offset).toISOString().slice(11, 16);
}

/** The instant of a Korean day (`YYYY-MM-DD`) and hour (`HH:MM`). */
export function koreanInstant(day: string, time = '00:00') {
  return new Date(`${day}T${time}:00+09:00`);
}

/** An instant in RFC 3339 with Korea's offset, to the second: `2026-11-22T19:30:00+09:00`. */
export function koreanStamp(instant: Date) {
  return `${new Date(instant.getTime() + offset).toISOString().slice(0, 19)}+09:00`;
}

/** The day `days` after a calendar day. */
export function dayAfter(day: string, days = 1) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 for Sunday … 6 for Saturday. */
export function weekday(day: string) {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** True for a `YYYY-MM-DD` that the calendar has. */
export function isDay(text: string) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const rfc3339 = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)$/;

/** Reads an RFC 3339 instant. One without an offset is refused: it would mean another hour on another machine. */
export function parseInstant(text: string) {
  const match = rfc3339.exec(text);
  const instant = new Date(text);
  if (!match || !isDay(match[1]!) || Number.isNaN(instant.getTime()))
    throw new Error(`"${text}" is not an instant. Write it with its offset, for example 2026-11-22T19:30:00+09:00.`);
  return instant;
}

/** The clock of a command: fixed at `--now` when that is given. @throws when it is no instant with an offset. */
export function clockAt(now: string | undefined): Clock {
  return now === undefined ? systemClock : fixedClock(parseInstant(now));
}
