const most = 60;

/**
 * The name of a notice as it is shown: one line, without signs that nobody sees or that turn the direction of writing, and cut where it
 * is longer than a phone shows.
 */
export function shownName(name: string) {
  const calm = name
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = Array.from(calm);
  if (letters.length === 0) return '이름이 없는 공고';
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : calm;
}
