import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const commands = {
  ingest: '../../../db/ingest/command.ts',
  publications: '../../../db/publications/command.ts',
  publisher: '../../../site/publisher/command.ts',
  release: '../../../site/release/command.ts',
  vault: '../../../db/vault/command.ts',
};

type Where = { data: string; url: string; signal: AbortSignal };

/** Runs a command on a data folder, as `npm run` does. @throws what it said when it fails. */
export async function npmRun({ data, url, signal }: Where, command: keyof typeof commands, ...args: string[]) {
  const options = { env: { ...process.env, DATA_DIR: data, SITE_URL: url }, signal };
  const file = fileOf(command);
  try {
    await promisify(execFile)(process.execPath, [file, ...args], options);
  } catch (cause) {
    const { stderr, message } = cause as { stderr?: string; message: string };
    throw new Error(`"npm run ${command}" failed in the drill: ${stderr?.trim() || message}`, { cause });
  }
}

export function fileOf(command: keyof typeof commands) {
  return fileURLToPath(new URL(commands[command], import.meta.url));
}
