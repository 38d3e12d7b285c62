// Makes sure that what package-lock.json names is installed, then runs one of our files under the Node that came with it.
// Written for any Node >= 20: it is the only file that runs before the set-up is done.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const stamp = join(root, 'node_modules', '.set-up');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) install();

/** Reading TypeScript leaves 130 MB of young garbage in a process that may keep it; a small nursery costs no time. */
const small = ['--max-semi-space-size=8'];

const [file, ...args] = process.argv.slice(2);
const child = spawn(existsSync(node) ? node : process.execPath, [...small, join(root, file), ...args], {
  stdio: 'inherit',
});
// Ctrl-C reaches the child through the terminal; a signal sent to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1)));

function install() {
  console.log('Installing what package-lock.json names (once, about a minute) …');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  // Not `npm ci`: it refuses a lock file that lacks the binaries of other systems, and npm leaves those out of the file where
  // a registry does not have them. `install --no-save` takes what the file says and leaves it as it is.
  const run = spawnSync(
    npm[0],
    [...npm.slice(1), 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: npm[0] === 'npm' && process.platform === 'win32',
    },
  );
  if (run.status !== 0)
    fail('npm install failed: see above. Check the network and the npm registry, then run the command again.');
  const major = Number((existsSync(node) ? nodeVersion(node) : process.version).slice(1).split('.')[0]);
  if (!(major >= 24))
    fail(
      'Node 24 is missing: the install script of the package "node" did not run. Allow install scripts, or use Node 24.',
    );
  writeFileSync(stamp, wanted);
}

function nodeVersion(path) {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
