import { koreanStamp } from '../../db/clock.ts';
import { readSettings } from '../../db/settings.ts';
import { runNotifier } from '../../notifier/notifier.ts';
import { handClock } from './hand-clock.ts';

/* `npm run notifier -- --pages DIR` by a clock that stands still until it is set: its words are the file of the clock, and DIR. */

const [file, pages] = process.argv.slice(2) as [string, string];
const clock = handClock(file);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
const say = (line: string) =>
  console.log(JSON.stringify({ at: koreanStamp(clock.now()), room: 'notifier', said: line }));
await runNotifier({
  settings: readSettings(),
  clock,
  steady: { elapsed: () => clock.now().getTime() },
  pages,
  signal: stop.signal,
  say,
  onOpen: (url) => say(`The notifier takes forms at ${url}.`),
});
