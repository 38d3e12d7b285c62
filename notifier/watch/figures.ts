import { Counter, Gauge, Registry } from 'prom-client';
import type { Clock } from '../../db/clock.ts';
import { pushLaneOf } from '../../db/subscribers/lane-of.ts';
import type { Claim, Ledger } from '../../db/subscribers/subscribers.ts';
import type { Outcome } from '../senders/sender.ts';
import type { PushSender } from '../senders/push/push-sender.ts';
import type { Pace } from '../senders/rates/pace.ts';
import { places, type Troubles } from './troubles.ts';

/** What an operator wants to know of alerts. No figure names a person: lanes are push services and large mail providers. */
export type Figures = {
  answered(claim: Claim, outcome: Outcome): void;
  /** A poll of the feed came to something that is held. */
  held(reason: string | null): void;
  /** In the format of Prometheus. */
  text(): Promise<string>;
};

type Watched = {
  ledger: Pick<Ledger, 'standing'>;
  pace: Pick<Pace, 'rates' | 'eta'>;
  push: Pick<PushSender, 'standing'>;
  troubles: Pick<Troubles, 'now'>;
  clock: Clock;
};

export function figuresOf({ ledger, pace, push, troubles, clock }: Watched): Figures {
  const registers = [new Registry()];
  const answers = new Counter({
    name: 'alerts_answers_total',
    help: 'Answers of senders by lane: sent, retry, paused, ambiguous, gone, early, late, left.',
    labelNames: ['lane', 'is'],
    registers,
  });
  const feed = new Gauge({
    name: 'alerts_feed_held',
    help: '1 while the feed is held and nothing is told.',
    registers,
  });
  const oldest = gauge(
    'alerts_oldest_unsent_seconds',
    'Age of the oldest message that is due and not sent; 0 when none is.',
  );
  const unsent = gauge('alerts_unsent', 'Messages that are due, by lane.', ['lane']);
  const rate = gauge('alerts_rate', 'Messages a second that a lane takes, as learned.', ['lane']);
  const eta = gauge('alerts_eta_seconds', 'How long a lane needs for what is due at its rate.', ['lane']);
  const totals = gauge('alerts_messages', 'Since the store was made: sent, ambiguous, expired.', ['is']);
  const quarantined = gauge(
    'alerts_quarantined',
    'VAPID keys that a push service refuses, so that their alerts rest there.',
    ['lane'],
  );
  const trouble = gauge('alerts_trouble', '1 while something is wrong there; /health says what.', ['place']);
  const channels = gauge('alerts_channels', 'Channels by kind and state.', ['by', 'state']);
  return {
    answered: ({ lane }, outcome) => answers.inc({ lane, is: outcome.is === 'kept back' ? outcome.why : outcome.is }),
    held: (reason) => feed.set(reason === null ? 0 : 1),
    async text() {
      const now = clock.now();
      const wrong = new Set(troubles.now().map(([place]) => place));
      for (const place of places) trouble.set({ place }, wrong.has(place) ? 1 : 0);
      const standing = await ledger.standing(now);
      oldest.set(standing.oldestUnsent ? Math.max(0, (now.getTime() - standing.oldestUnsent.getTime()) / 1000) : 0);
      for (const each of [unsent, rate, eta, quarantined]) each.reset();
      for (const [lane, count] of Object.entries(standing.unsent)) {
        unsent.set({ lane }, count);
        eta.set({ lane }, pace.eta(lane, count));
      }
      for (const [lane, perSecond] of Object.entries(pace.rates())) rate.set({ lane }, perSecond);
      for (const { origin } of push.standing().quarantined) quarantined.inc({ lane: pushLaneOf(new URL(origin).host) });
      for (const is of ['sent', 'ambiguous', 'expired'] as const) totals.set({ is }, standing[is]);
      for (const [by, states] of Object.entries(standing.channels))
        for (const [state, count] of Object.entries(states)) channels.set({ by, state }, count);
      return registers[0]!.metrics();
    },
  };

  function gauge(name: string, help: string, labelNames: string[] = []) {
    return new Gauge({ name, help, labelNames, registers });
  }
}
