import type { Lane } from '../channel.ts';
import type { Store } from '../store.ts';
import type { Standing } from '../subscribers.ts';

export function standing({ sql }: Store, now: Date): Standing {
  const waiting = sql.all<{ lane: Lane; oldest: number; unsent: number }>(
    `SELECT lane, min(not_before) AS oldest, sum("left") AS unsent FROM chunks
     WHERE ended_at IS NULL AND not_before <= ? AND expires_at > ? GROUP BY lane`,
    now.getTime(),
    now.getTime(),
  );
  const counters = new Map(
    sql
      .all<{ name: string; value: number }>('SELECT name, value FROM counters')
      .map(({ name, value }) => [name, value]),
  );
  const total = (name: string) => counters.get(name) ?? 0;
  const channels = (by: 'email' | 'push') => ({
    asked: total(`channels ${by} asked`),
    confirmed: total(`channels ${by} confirmed`),
    ended: total(`channels ${by} ended`),
  });
  return {
    oldestUnsent: waiting.length === 0 ? null : new Date(Math.min(...waiting.map(({ oldest }) => oldest))),
    unsent: Object.fromEntries(waiting.map(({ lane, unsent }) => [lane, unsent])),
    sent: total('sent'),
    ambiguous: total('ambiguous'),
    expired: total('expired'),
    channels: { email: channels('email'), push: channels('push') },
  };
}
