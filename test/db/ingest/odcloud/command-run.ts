import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { serviceKey, type Odcloud } from '../../../stand-ins/odcloud.ts';
import { today } from './one-run.ts';

const command = new URL('../../../../db/ingest/command.ts', import.meta.url).pathname;

/** `npm run ingest` as a process of its own. */
export function commandRun(
  dataDir: string,
  odcloud: Odcloud,
  words: string[] = [],
  environment: Record<string, string> = {},
) {
  const child = spawn(process.execPath, [command, '--now', today, ...words], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      ODCLOUD_BASE_URL: odcloud.url,
      ODCLOUD_SERVICE_KEY: encodeURIComponent(serviceKey),
      ...environment,
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((done) =>
    child.on('close', (code) => done({ code, output })),
  );
  return { ended, kill: () => child.kill('SIGKILL') };
}
