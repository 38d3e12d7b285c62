import { commonOptions, runCommand } from '../../db/command-line.ts';
import { drill as killed } from './killed.ts';

const drills = { killed };

const usage = `
npm run drill -- killed [TIMES]   SIGKILL at random moments of ingest, build and publish (50 times)

Exercises that take long or need packages of the system; each says what it installs.
`;

await runCommand(usage, { help: commonOptions.help }, async (_, [name = '', ...args]) => {
  const drill = drills[name as keyof typeof drills];
  if (!drill) throw new Error(`${name ? `"${name}" is no drill.` : 'Say which drill.'}\n${usage.trimEnd()}`);
  await drill(args);
});
