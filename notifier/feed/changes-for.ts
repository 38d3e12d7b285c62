import type { Held } from './hold.ts';

/** Says what has changed since the last poll, and nothing while all stays as it is. */
export function changesFor(say: (line: string) => void) {
  let away: string | null = null;
  let held: Held[] = [];
  return (polled: { away: string | null; held: Held[] }) => {
    if (polled.away !== null && polled.away !== away) say(polled.away);
    if (polled.away === null && away !== null) say('The feeds of the site can be read again.');
    for (const { id, reason } of polled.held) if (held.every((known) => known.id !== id)) say(reason);
    if (polled.held.length === 0 && held.length > 0) say('The feeds of the site are taken again.');
    away = polled.away;
    held = polled.held;
  };
}
