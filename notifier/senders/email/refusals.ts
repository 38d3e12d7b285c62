import { setTimeout as sleep } from 'node:timers/promises';
import { laneOf } from '../../../db/subscribers/lane-of.ts';
import type { ChannelId, Subscribers } from '../../../db/subscribers/subscribers.ts';
import { doubtedProviders } from './doubted-providers.ts';

/** Whom an answer is about. */
type Reader = { id: ChannelId; generation: number; address: string };

/** What mail servers have said of readers: that there is no such address is believed only when it is said again on another day. */
export type Refusals = {
  /**
   * A server says that there is no such address. `final`: it said so before, most of a day ago or longer, and took nothing since. `first`:
   * it did not. `doubted`: its provider says so of too many.
   */
  refused(reader: Reader, at: Date): 'final' | 'first' | 'doubted';
  taken(reader: Reader, at: Date): void;
  /** Which providers are doubted, in a sentence; null when none is. */
  wrong(at: Date): string | null;
  /** Writes down what is new. */
  close(): Promise<void>;
};

const name = 'mail-refusals';
const hour = 3_600_000;
/** Milliseconds. A refusal counts as another day's after `apart`, and is forgotten after `kept`. */
const patience = { apart: 20 * hour, kept: 30 * 24 * hour, write: 5_000 };
/** Readers whose refusal is remembered; the oldest go first. */
const most = 100_000;

/** Kept in the store by numbers of channels: a notifier that is started anew each night would otherwise never believe anybody. */
export async function openRefusals(
  store: Pick<Subscribers, 'kept' | 'keep'>,
  say: (line: string) => void,
): Promise<Refusals> {
  /** Instants of first refusals, epoch milliseconds. */
  const marks = new Map<string, number>(JSON.parse((await store.kept(name)) ?? '[]') as [string, number][]);
  const closing = new AbortController();
  const doubted = new Set<string>();
  let writing: Promise<void> | null = null;
  let changed = false;
  const providers = doubtedProviders({
    began(provider, answers) {
      for (const { reader, at } of answers) if (marks.get(reader) === at) forget(reader);
      doubted.add(provider);
      say(sentenceOf(provider));
    },
    ended(provider) {
      doubted.delete(provider);
      say(`${shown(provider)} knows its readers again.`);
    },
  });

  return {
    refused({ id, generation, address }, at) {
      const [reader, provider, now] = [`${id}.${generation}`, providerOf(address), at.getTime()];
      providers.note(provider, { reader, refused: true, at: now });
      if (providers.doubts(provider, now)) return 'doubted';
      const since = now - (marks.get(reader) ?? Infinity);
      // One in the future was written by a clock that has been set back.
      const isFirst = !(since >= 0 && since <= patience.kept);
      if (isFirst) mark(reader, now);
      return isFirst || since < patience.apart ? 'first' : 'final';
    },
    taken({ id, generation, address }, at) {
      const reader = `${id}.${generation}`;
      providers.note(providerOf(address), { reader, refused: false, at: at.getTime() });
      if (marks.has(reader)) forget(reader);
    },
    wrong(at) {
      const now = [...doubted].filter((provider) => providers.doubts(provider, at.getTime()));
      return now.length > 0 ? now.map(sentenceOf).join(' ') : null;
    },
    async close() {
      closing.abort();
      await writing;
    },
  };

  function mark(reader: string, at: number) {
    marks.delete(reader);
    marks.set(reader, at);
    for (const [old, since] of marks) {
      if (marks.size <= most && at - since <= patience.kept) break;
      marks.delete(old);
    }
    writeSoon();
  }

  function forget(reader: string) {
    marks.delete(reader);
    writeSoon();
  }

  function writeSoon() {
    changed = true;
    writing ??= write().finally(() => (writing = null));
  }

  /** Many at once. What cannot be written now goes with the next; what is lost is asked for once more. */
  async function write() {
    while (changed) {
      await sleep(patience.write, undefined, { signal: closing.signal, ref: false }).catch(() => {});
      changed = false;
      await store.keep(name, JSON.stringify([...marks])).catch(() => {});
    }
  }
}

/** By whose servers an address is served: a large provider, or its domain. */
function providerOf(address: string) {
  const lane = laneOf({ by: 'email', address });
  return lane === 'email others' ? address.slice(address.lastIndexOf('@') + 1).toLowerCase() : lane;
}

function sentenceOf(provider: string) {
  return (
    `${shown(provider)} says of many readers at once that they do not exist. Nobody is removed for that; their mails are tried again. ` +
    'If it goes on, ask the provider.'
  );
}

/** A small domain may be a family's. */
function shown(provider: string) {
  return provider.startsWith('email ') ? provider.slice('email '.length) : 'The mail server of a small domain';
}
