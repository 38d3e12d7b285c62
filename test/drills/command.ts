import { koreanDay, systemClock } from '../../db/clock.ts';
import { commonOptions, runCommand } from '../../db/command-line.ts';
import { recordMeasured } from '../record-measured.ts';
import { drill as caches } from './caches.ts';
import { drill as diskFull } from './disk-full.ts';
import { drill as firstStart } from './first-start.ts';
import { drill as kill } from './kill.ts';
import { drill as killed } from './killed.ts';
import { drill as killedPublication } from './killed-publication.ts';
import { drill as leaks } from './leaks.ts';
import { drill as replay } from './replay.ts';

const drills = {
  caches,
  kill,
  killed,
  'disk-full': diskFull,
  'first-start': firstStart,
  'killed-publication': killedPublication,
  leaks,
  replay,
};

const usage = `
npm run drill -- caches           a publication behind Varnish and nginx, under load (installs varnish, nginx, wrk)
npm run drill -- kill [TIMES] [PUSHES] [MAILS]   SIGKILL of the notifier while it tells 100,000 browsers and 10,000 addresses (100 times)
npm run drill -- killed [TIMES]   SIGKILL at random moments of ingest, build and publish (50 times)
npm run drill -- killed-publication [TIMES]   the same of preparing and publishing what is sealed (100 times)
npm run drill -- leaks [WORDS]    seeds faults that let closed results out; the suite has to notice each of them
npm run drill -- replay [PEOPLE]  a day of real notices, told to 200,000 people: each gets what a plain, slow reckoning says
npm run drill -- disk-full        a disk that fills in the middle of ingest and build (root only)
npm run drill -- first-start      clone, npm start, read the first page, Ctrl-C

Exercises that take long or need packages of the system; each says what it installs.
  --record   keeps the outcome in content/measured.json, from where /status/ shows it
`;

const options = { help: commonOptions.help, record: { type: 'boolean' } } as const;

await runCommand(usage, options, async ({ record = false }, [name = '', ...args]) => {
  const drill = drills[name as keyof typeof drills];
  if (!drill) throw new Error(`${name ? `"${name}" is no drill.` : 'Say which drill.'}\n${usage.trimEnd()}`);
  const said = await drill(args);
  console.log(`${name}: ${said}`);
  const on = koreanDay(systemClock.now());
  if (record) recordMeasured({ drills: { [name]: { on, passed: process.exitCode === undefined, said } } });
});
