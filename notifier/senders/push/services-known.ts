import type { ChannelId } from '../../../db/subscribers/subscribers.ts';
import { pushFamilyOf } from '../../../db/subscribers/push-families.ts';
import { isAhead } from '../../is-ahead.ts';
import type { Door, Outcome } from '../sender.ts';
import { keysRefused } from './keys-refused.ts';
import type { Unready } from './loads.ts';
import { readingOf, type Verdict } from './response-table.ts';

/** What an operator sees. Services are named by their host, keys by their id. */
export type PushStanding = {
  quarantined: { origin: string; key: string }[];
  /** Since the start. */
  counts: Record<'rejected' | 'tooLarge' | 'unanswered' | 'unknownHost' | 'unknownKey', number>;
};

export type Sent = { origin: string; host: string; key: string; id: ChannelId };

type ServicesKnown = {
  /** What can be said of a message without sending it; null: send it. */
  outcomeBefore(origin: string, key: string, id: ChannelId): Outcome | null;
  outcomeOf(sent: Sent, verdict: Verdict): Outcome;
  unready(why: Unready): Outcome;
  standing(): PushStanding;
};

/** Milliseconds. `channel`: until one that a service refuses is asked again; `pause`: the longest, whatever a service asks for. */
const rest = { first: 5_000, unanswered: 30_000, longest: 600_000, channel: 900_000, pause: 3_600_000 };
/** Channels whose refusal is remembered at once: the oldest go first. */
const mostRefused = 100_000;

/**
 * What push services have said lately, and what follows for their channels (FINDINGS §5). It is forgotten with the process: the
 * services will say it again.
 * @param callBack takes back what waits for a service, or for one of our keys there.
 */
export function servicesKnown(
  door: Door,
  say: (line: string) => void,
  callBack: (origin: string, key: string | null) => void,
) {
  /** Services that want to be left alone, and why. `times` in a row. */
  const services = new Map<string, { until: number; why: 'too much' | 'away'; times: number }>();
  const refused = new Map<ChannelId, number>();
  const keys = keysRefused(say);
  const counts: PushStanding['counts'] = { rejected: 0, tooLarge: 0, unanswered: 0, unknownHost: 0, unknownKey: 0 };
  const now = () => door.now().getTime();
  const again = (milliseconds: number): Outcome => ({ is: 'retry', after: new Date(now() + milliseconds) });
  const alone = (until: number): Outcome => ({ is: 'retry', after: new Date(until), alone: true });

  const known: ServicesKnown = {
    outcomeBefore(origin, key, id) {
      const at = now();
      const service = services.get(origin);
      if (service && isAhead(service.until, at, rest.pause))
        return service.why === 'away' ? alone(service.until) : resting(service);
      const free = keys.waitFor(origin, key, at);
      if (free) return alone(free);
      const until = refused.get(id);
      return until !== undefined && isAhead(until, at, rest.pause) ? alone(until) : null;
    },
    outcomeOf(sent, verdict) {
      switch (verdict.is) {
        case 'kept back':
          return verdict;
        case 'held':
          return known.outcomeBefore(sent.origin, sent.key, sent.id) ?? { is: 'retry', after: null, alone: true };
        case 'unsent':
          return verdict.connected ? again(jittered(1_000)) : notReached(sent);
        case 'unanswered':
          counts.unanswered++;
          return again(jittered(rest.unanswered));
        case 'answered':
          return outcomeOfStatus(sent, verdict.status, verdict.retryAfter);
      }
    },
    unready(why) {
      if (why === 'too long') counts.tooLarge++;
      if (why === 'unknown host') counts.unknownHost++;
      if (why === 'unknown key') counts.unknownKey++;
      return alone(now() + rest.channel);
    },
    standing: () => ({ quarantined: keys.quarantined(now()), counts: { ...counts } }),
  };
  return known;

  function outcomeOfStatus({ origin, host, key, id }: Sent, status: number, retryAfter: number | null): Outcome {
    const reading = readingOf(status, host);
    if (reading === 'sent' || reading === 'gone') {
      // An answer to what was on the way before does not end a pause.
      const service = services.get(origin);
      if (service && !isAhead(service.until, now(), rest.pause)) services.delete(origin);
      if (reading === 'gone') return { is: 'gone', reason: 'gone' };
      keys.accepted(origin, key, id);
      return { is: 'sent' };
    }
    if (reading === 'too much') return resting(leaveAlone(origin, 'too much', retryAfter));
    if (reading === 'trouble') return again(Math.min(retryAfter ?? jittered(rest.unanswered), rest.pause));
    if (reading === 'too large') {
      if (counts.tooLarge++ === 0)
        say(`${host} says that our messages are too large (413). Please report this: it is a bug.`);
    } else {
      counts.rejected++;
      if (keys.rejected(origin, key, id, status, now())) callBack(origin, key);
    }
    const until = now() + rest.channel;
    remember(id, until);
    return alone(until);
  }

  /** Strangers name hosts of a family that there are not: that one is away says nothing of the lane, which is the family's. */
  function notReached({ origin, host }: Sent) {
    const service = leaveAlone(origin, 'away', null);
    return pushFamilyOf(host) ? alone(service.until) : resting(service);
  }

  /** Nothing goes to a service for a while: as long as it asks for, or longer from time to time. */
  function leaveAlone(origin: string, why: 'too much' | 'away', asked: number | null) {
    const at = now();
    const before = services.get(origin);
    // What was on the way at the first "later" says the same: that is no second time.
    if (before && isAhead(before.until, at, rest.pause)) {
      if (asked !== null) before.until = Math.max(before.until, at + Math.min(asked, rest.pause));
      return before;
    }
    const times = (before?.times ?? 0) + 1;
    const wait = asked ?? jittered(Math.min(rest.first * 2 ** (times - 1), rest.longest));
    const service = { until: at + Math.min(wait, rest.pause), why, times };
    services.set(origin, service);
    callBack(origin, null);
    return service;
  }

  function remember(id: ChannelId, until: number) {
    refused.delete(id);
    refused.set(id, until);
    if (refused.size > mostRefused) refused.delete(refused.keys().next().value!);
  }
}

function resting({ until, why }: { until: number; why: 'too much' | 'away' }): Outcome {
  return why === 'too much' ? { is: 'paused', until: new Date(until) } : { is: 'retry', after: new Date(until) };
}

function jittered(milliseconds: number) {
  return milliseconds * (0.75 + Math.random() / 2);
}
