import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** `--now`, `--data` and `--help` mean the same in every command. */
export const commonOptions = {
  help: { type: 'boolean' },
  now: { type: 'string' },
} satisfies ParseArgsOptionsConfig;

/**
 * Runs a command: prints its usage for `--help`, and one sentence for whatever stops it, with exit code 1.
 * Set DEBUG=1 to see where it came from.
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  main: (values: ReturnType<typeof parse<Options>>['values'], words: string[]) => Promise<void>,
) {
  try {
    const { values, positionals } = parse(options, usage);
    if ((values as { help?: boolean }).help) return void process.stdout.write(`${usage.trim()}\n`);
    await main(values, positionals);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    if (process.env['DEBUG']) console.error(error);
    process.exitCode = 1;
  }
}

/** What happened and what to do. Errors of ours are sentences already; those of the system are translated. */
export function sentenceOf(error: unknown) {
  const { message, code = '' } = error as { message?: string; code?: string };
  // SQLite rolls back by itself when a disk is full, and what the driver then throws is that it cannot.
  if (
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code) ||
    /ENOSPC|no space left|disk is full|cannot rollback/i.test(message ?? '')
  )
    return 'The disk is full. Make room and run the command again: what was taken in is kept, and readers keep the site they have.';
  if (/^(SQLITE_READONLY|SQLITE_IOERR|EACCES|EPERM|EROFS|EIO)/.test(code))
    return `A file cannot be read or written (${message}). Check DATA_DIR and who may write there, then run the command again.`;
  return message ?? String(error);
}

function parse<const Options extends ParseArgsOptionsConfig>(options: Options, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new Error(`${(cause as Error).message}\n\n${usage.trim()}`, { cause });
  }
}
