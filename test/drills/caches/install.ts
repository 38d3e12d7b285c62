import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Installs packages of the system whose program is missing.
 * @param programs the package of each program.
 * @throws a sentence when something is missing and cannot be installed.
 */
export function install(programs: Record<string, string>) {
  const missing = Object.keys(programs).filter((program) => spawnSync('which', [program]).status !== 0);
  const packages = missing.map((program) => programs[program]!);
  if (packages.length === 0) return;
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  const byHand = `Install ${packages.join(', ')} and run the drill again.`;
  if (process.getuid?.() !== 0)
    throw new Error(`Not installed: ${missing.join(', ')}; and only root may install. ${byHand}`);
  console.log(`Installing ${packages.join(', ')} with apt-get. Services that this starts are not needed here …`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update'], { env, stdio: 'ignore' });
    execFileSync(command[0]!, command.slice(1), { env, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (cause) {
    throw new Error(`${command.join(' ')} failed: see above. ${byHand}`, { cause });
  }
}
