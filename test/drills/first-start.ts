import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Seconds from the command to the address, the installation included. */
const bound = 180;

/**
 * What a newcomer does: clones into an empty folder with neither node_modules nor the real rows beside it, types `npm start`,
 * and reads the first page. Then Ctrl-C, after which nothing may be left running.
 */
export async function drill() {
  const folder = mkdtempSync(join(tmpdir(), 'drill-first-start-'));
  const clone = join(folder, 'clone');
  try {
    execFileSync('git', ['clone', '--quiet', root, clone]);
    const begun = performance.now();
    const child = spawn('npm', ['start'], {
      cwd: clone,
      env: newcomer(),
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const exited = once(child, 'exit');
    const url = await addressIn(child.stdout);
    const seconds = (performance.now() - begun) / 1000;
    console.log(`${url} after ${seconds.toFixed(0)} s, the installation included`);
    const checks = [
      ['the address came in time', seconds <= bound],
      ...(await readAsNewcomer(url)),
      ['Ctrl-C ends it', await endsOnInterrupt(child.pid!, exited)],
      ['nobody listens there any more', await nobodyAt(url)],
    ] as [string, boolean][];
    for (const [check, holds] of checks) console.log(`${holds ? 'ok    ' : 'FAILED'} ${check}`);
    const failed = checks.filter(([, holds]) => !holds).length;
    if (failed > 0) process.exitCode = 1;
    return `${checks.length - failed} passed, ${failed} failed`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The environment of somebody who has set nothing, but for a port that is free. */
function newcomer() {
  const ours = /^(npm_|ODCLOUD|DATA_DIR|SITE_URL|INIT_CWD|NODE_ENV|VITEST)/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const path = process.env['PATH']!.split(':').filter((entry) => !entry.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: path.join(':'), PORT: '0' };
}

async function addressIn(output: NodeJS.ReadableStream) {
  for await (const line of createInterface({ input: output })) {
    console.log(`  ${line}`);
    const url = /청약등대 is at (http:\S+)/.exec(line)?.[1];
    if (url) {
      output.resume();
      return url;
    }
  }
  throw new Error('npm start ended without an address: see above.');
}

async function readAsNewcomer(url: string): Promise<[string, boolean][]> {
  const home = await (await fetch(url)).text();
  const notice = /href="(\/notices\/\d{10}\/)"/.exec(home)?.[1];
  const page = notice ? await fetch(new URL(notice, url)) : null;
  return [
    ['the first page says that it shows example data', home.includes('예시 데이터')],
    ['it links to a notice', notice !== undefined],
    ['the page of the notice is there', page?.status === 200 && (await page.text()).includes('예시 데이터')],
    ['a page that is not there says so', (await fetch(new URL('/no-such-page/', url))).status === 404],
  ];
}

async function endsOnInterrupt(group: number, exited: Promise<unknown>) {
  process.kill(-group, 'SIGINT');
  const ended = await Promise.race([
    exited.then(() => true),
    new Promise<boolean>((no) => setTimeout(no, 20_000, false)),
  ]);
  if (!ended) process.kill(-group, 'SIGKILL');
  return ended;
}

async function nobodyAt(url: string) {
  return fetch(url).then(
    () => false,
    () => true,
  );
}
