import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSslAgreement } from '../../notifier/senders/push/key-agreement.ts';
import type { Counted, Hello } from '../stand-ins/push-service/process.ts';
import { ways, type Measured, type Task } from './push/measured.ts';

/** Messages a second of CPU of ours in one thread, beside those of `web-push`. */
const bound = 5;
const counts: Record<Task['way'], number> = { 'web-push': 3_000, one: 15_000, two: 15_000, ecdh: 20_000 };

/**
 * Messages a second, end to end: encrypted, over TLS, to a push service on this machine that counts in a process of its own. Because
 * that service shares the machine, what is compared is messages a second *of CPU of the sending process*, in medians of rounds.
 */
export async function bench([rounds = '3']: string[]) {
  const calls = (await openSslAgreement()) !== null;
  const folder = await mkdtemp(join(tmpdir(), 'bench-push-'));
  const server = fork(join(import.meta.dirname, '../stand-ins/push-service/process.ts'));
  try {
    const [service] = (await once(server, 'message')) as [Hello];
    const trusted = join(folder, 'ca.pem');
    await writeFile(trusted, service.ca);
    const measured = new Map<Task['way'], Measured[]>();
    for (let round = 0; round < Number(rounds); round++)
      for (const way of Object.keys(ways) as Task['way'][]) {
        if (way === 'ecdh' && !calls) continue;
        const one = await measureOne({ way, count: counts[way], service }, folder, trusted);
        measured.set(way, [...(measured.get(way) ?? []), one]);
      }
    const ratio = print(measured);
    console.log(
      `Ours agreed on keys through ${calls ? "OpenSSL's own functions" : "Node's object: koffi has no binary for this machine"}.`,
    );
    await checkCounts(server, Number(rounds));
    if (ratio >= bound) return;
    console.log(`Ours in one thread should be ${bound} × web-push at least.`);
    process.exitCode = 1;
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureOne(task: Task, folder: string, trusted: string) {
  const sender = fork(join(import.meta.dirname, 'push/send.ts'), [folder], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted },
  });
  const gone = once(sender, 'exit').then(([code]) =>
    Promise.reject(new Error(`${task.way} ended with ${String(code)}.`)),
  );
  sender.send(task);
  const [measured] = (await Promise.race([once(sender, 'message'), gone])) as [Measured];
  await gone.catch(() => {});
  return measured;
}

/** @returns how many times as many messages a second of CPU ours sends as `web-push`. */
function print(measured: Map<Task['way'], Measured[]>) {
  const perCpu = (way: Task['way']) => counts[way] / median(measured.get(way)!.map(({ cpu }) => cpu));
  console.log(`${''.padEnd(42)}   a second of CPU   a second   × web-push (CPU, time)`);
  const wall = (way: Task['way']) => counts[way] / median(measured.get(way)!.map(({ seconds }) => seconds));
  for (const [way, name] of Object.entries(ways) as [Task['way'], string][]) {
    if (!measured.has(way)) continue;
    const cells = [perCpu(way), wall(way)].map((number) => Math.round(number).toLocaleString('en'));
    const ratios = [perCpu(way) / perCpu('web-push'), wall(way) / wall('web-push')].map((each) => each.toFixed(2));
    console.log(
      `${name.padEnd(42)}${cells[0]!.padStart(18)}${cells[1]!.padStart(11)}${ratios.map((each) => each.padStart(10)).join('')}`,
    );
  }
  console.log(
    '\nCPU: all threads of the sending process, the counting service not in it. The limit is OpenSSL agreeing on a secret, always with ' +
      'the same keys and nothing else; a message needs that and a new key pair.',
  );
  return perCpu('one') / perCpu('web-push');
}

/** What was measured was sent: the service has counted it, each message to each of ours once a run. */
async function checkCounts(server: ChildProcess, rounds: number) {
  server.send('counts');
  const [{ asked, plain, taken }] = (await once(server, 'message')) as [Counted];
  const ours = (counts.one + counts.two + 2 * 3_000) * rounds;
  const theirs = (counts['web-push'] + 1_000) * rounds;
  const wrong = taken.filter(([, times]) => times !== 2 * rounds).length;
  if (asked !== ours || plain !== theirs || wrong > 0)
    throw new Error(
      `The push service has counted ${asked} and ${plain} messages in the place of ${ours} and ${theirs}.`,
    );
}

function median(numbers: number[]) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

if (import.meta.main) await bench(process.argv.slice(2));
