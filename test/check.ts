import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run check`: types, lint, format, unused code. All of them run, so that one look shows all there is to mend. */
const bin = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));
const checks = [
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['format', 'prettier', '--check', '.'],
  ['unused code', 'knip'],
] as const;

const failed = checks.filter(([name, tool, ...args]) => {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(bin + tool, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}:${process.env['PATH']}`, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return status !== 0;
});
console.log(failed.length === 0 ? '\nAll checks pass.' : `\nTo mend: ${failed.map(([name]) => name).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
