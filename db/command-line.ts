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
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env['DEBUG']) console.error(error);
    process.exitCode = 1;
  }
}

function parse<const Options extends ParseArgsOptionsConfig>(options: Options, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new Error(`${(cause as Error).message}\n\n${usage.trim()}`, { cause });
  }
}
