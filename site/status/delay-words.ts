const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span of milliseconds as people say it: `0.045초`, `12.3초`, `3분 20초`, `2시간 5분`, `1일 4시간`. One before zero has its sign. */
export function delayWords(milliseconds: number): string {
  if (milliseconds < 0) return `−${delayWords(-milliseconds)}`;
  if (milliseconds < 10 * second) return `${(milliseconds / second).toFixed(3)}초`;
  // Cut off, not rounded: 59.99 seconds are no minute yet.
  if (milliseconds < minute) return `${(Math.floor(milliseconds / 100) / 10).toFixed(1)}초`;
  if (milliseconds < hour) return inTwo(milliseconds, [minute, '분'], [second, '초']);
  if (milliseconds < day) return inTwo(milliseconds, [hour, '시간'], [minute, '분']);
  return inTwo(milliseconds, [day, '일'], [hour, '시간']);
}

type Unit = [milliseconds: number, name: string];

function inTwo(milliseconds: number, [large, largeName]: Unit, [small, smallName]: Unit) {
  const rest = Math.floor((milliseconds % large) / small);
  return `${Math.floor(milliseconds / large)}${largeName}${rest > 0 ? ` ${rest}${smallName}` : ''}`;
}
