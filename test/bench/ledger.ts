import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AlertEvent } from '../../db/subscribers/alert-event.ts';
import { openKeyring } from '../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../db/subscribers/open.ts';
import type { Subscribers } from '../../db/subscribers/subscribers.ts';
import { matcherOf, type Matcher } from '../../notifier/match/matcher.ts';
import type { Hello } from '../stand-ins/push-service/process.ts';
import { wholeNotifier } from './ledger/whole-notifier.ts';

const service = fileURLToPath(new URL('../stand-ins/push-service/process.ts', import.meta.url));
const fill = fileURLToPath(new URL('./ledger/fill.ts', import.meta.url));

/** For a million channels: seconds to let them all join, milliseconds of a match and of an event, answers a second, bytes. */
const bounds = { fill: 60, match: 10, event: 50, acks: 500_000, memory: 1e9 };

const at = new Date('2026-11-22T00:00:00Z');
const never = new Set<string>();

/**
 * The store with a million channels (or as many as are asked for): how long they need to join, how long an event takes to be matched and
 * written down for all of them, how many answers a second are taken at synchronous=FULL, and the memory of a whole notifier on that store
 * while it sends one event to all of them.
 */
export async function bench([channels = '1000000']: string[]) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-ledger-'));
  const push = fork(service);
  try {
    const [hello] = (await once(push, 'message')) as [Hello];
    const begun = performance.now();
    // In a process of its own, so that what is measured here is a notifier that has started.
    execFileSync(process.execPath, [fill, dataDir, channels, JSON.stringify(hello)], { stdio: 'inherit' });
    const filled = (performance.now() - begun) / 1000;
    const store = openSubscribers(dataDir, 'npm run bench -- ledger', openKeyring(dataDir, at));
    const loading = performance.now();
    const matcher = await matcherOf(store);
    console.log(`${matcher.size} channels joined in ${filled.toFixed(1)} s, loaded in ${seconds(loading)} s`);
    const { match, event } = await eventsOf(store, matcher);
    const acks = await acksOf(store);
    await store.close();
    console.log(`match       ${match.toFixed(1)} ms`);
    console.log(`event       ${event.toFixed(1)} ms, the match not included`);
    console.log(`answers     ${Math.round(acks.perSecond)} a second, ${acks.of} of them, 64 chunks a commit`);
    console.log(`claims      ${Math.round(acks.claimed)} recipients a second`);
    const { idle, sending, sent } = await wholeNotifier(dataDir, Number(channels), hello);
    console.log(
      `memory      ${megabytes(idle)} MB of a whole notifier that waits, ${megabytes(sending)} MB at its peak while it sends ` +
        `(${sent} messages of an event for all; on-demand pages, web port and threads that encrypt included)`,
    );
    judge({ fill: filled, match, event, acks: acks.perSecond, memory: Math.max(idle, sending) });
  } finally {
    push.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function judge(measured: typeof bounds) {
  const over = Object.entries(bounds).filter(([name, bound]) => {
    const value = measured[name as keyof typeof bounds];
    return name === 'acks' ? value < bound : value > bound;
  });
  if (over.length === 0) return console.log('\nWithin all bounds.');
  console.log(`\nPast the bounds: ${over.map(([name, bound]) => `${name} (${bound})`).join(', ')}.`);
  process.exitCode = 1;
}

/** Middle times of five events that all channels are told of, in milliseconds. */
async function eventsOf(store: Subscribers, matcher: Matcher) {
  const times = { match: [] as number[], event: [] as number[] };
  for (let i = 0; i < 5; i++) {
    const event = eventOf(i);
    const begun = performance.now();
    const portions = matcher.portionsOf(event, at);
    const matched = performance.now();
    await store.record(event, portions, at);
    times.match.push(matched - begun);
    times.event.push(performance.now() - matched);
    const told = portions.reduce((sum, { ids }) => sum + ids.length, 0);
    if (told !== matcher.size)
      throw new Error(`Of ${matcher.size} channels ${told} are told: the event is not for all.`);
  }
  return { match: middle(times.match), event: middle(times.event) };
}

/** Serves all that is due, and times what the ledger needs for it. */
async function acksOf(store: Subscribers) {
  const spent = { claim: 0, settle: 0 };
  let of = 0;
  for (;;) {
    const begun = performance.now();
    const leaseUntil = new Date(at.getTime() + 600_000);
    const claims = await store.claim({ now: at, shut: never, most: 64, leaseUntil });
    spent.claim += performance.now() - begun;
    if (claims.length === 0) break;
    const results = claims.map(({ chunk, fence, ids }) => ({
      chunk,
      fence,
      sent: [...ids],
      ambiguous: [],
      gone: [],
      dropped: [],
      againAt: null,
    }));
    const settling = performance.now();
    const old = await store.settle(results, at);
    spent.settle += performance.now() - settling;
    if (old.length > 0) throw new Error('An answer came too late for its claim.');
    of += claims.reduce((sum, { ids }) => sum + ids.length, 0);
  }
  const { sent } = await store.standing(at);
  if (sent !== of) throw new Error(`${of} answers were given, ${sent} were written down.`);
  return { of, perSecond: (of / spent.settle) * 1000, claimed: (of / spent.claim) * 1000 };
}

function eventOf(i: number): AlertEvent {
  return {
    id: `results 2026000001 ${i}`,
    kind: 'results',
    noticeId: '2026000001',
    noticeName: '등대마을 첫째 단지',
    noticeKind: 'apt',
    sido: '11',
    sigungu: '11680',
    path: '/notices/2026000001/',
    notBefore: at,
    expiresAt: new Date(at.getTime() + 2 * 86_400_000),
  };
}

function middle(times: number[]) {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}

function megabytes(bytes: number) {
  return Math.round(bytes / 1e6);
}

function seconds(since: number) {
  return ((performance.now() - since) / 1000).toFixed(1);
}
