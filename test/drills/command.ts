import { commonOptions, runCommand } from '../../db/command-line.ts';
import { drill as diskFull } from './disk-full.ts';
import { drill as firstStart } from './first-start.ts';
import { drill as killed } from './killed.ts';

const drills = { killed, 'disk-full': diskFull, 'first-start': firstStart };

const usage = `
npm run drill -- killed [TIMES]   SIGKILL at random moments of ingest, build and publish (50 times)
npm run drill -- disk-full        a disk that fills in the middle of ingest and build (root only)
npm run drill -- first-start      clone, npm start, read the first page, Ctrl-C

Exercises that take long or need packages of the system; each says what it installs.
`;

await runCommand(usage, { help: commonOptions.help }, async (_, [name = '', ...args]) => {
  const drill = drills[name as keyof typeof drills];
  if (!drill) throw new Error(`${name ? `"${name}" is no drill.` : 'Say which drill.'}\n${usage.trimEnd()}`);
  await drill(args);
});
