import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fixedClock, parseInstant, type Clock } from '../../db/clock.ts';

/** A clock that stands still: at an instant (RFC 3339), or at the one that a file has now, for a process that is set from outside. */
export function handClock(word: string): Clock {
  return existsSync(word) ? { now: () => parseInstant(readFileSync(word, 'utf8')) } : fixedClock(parseInstant(word));
}

/** Sets all clocks that look at a file. */
export function setClock(file: string, instant: string) {
  writeFileSync(`${file}.next`, instant);
  renameSync(`${file}.next`, file);
}
