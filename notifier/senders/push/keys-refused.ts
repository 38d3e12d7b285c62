import type { ChannelId } from '../../../db/subscribers/subscribers.ts';
import { isAhead } from '../../is-ahead.ts';

/** Channels that a service refuses one after the other, none taken in between, until the key must be what is wrong. */
const enough = 20;
/** Milliseconds: how long a key rests, longer each time. */
const rest = { first: 60_000, longest: 3_600_000 };

/**
 * Which of our VAPID keys a push service refuses (400, 401, 403). A single channel proves nothing: whoever subscribes with a false
 * address could otherwise stop the alerts of everybody at that service. Nor do many in a row from one channel.
 */
export function keysRefused(say: (line: string) => void) {
  const known = new Map<
    string,
    { origin: string; key: string; channels: Set<ChannelId>; until: number; times: number }
  >();
  const nameOf = (origin: string, key: string) => `${origin} ${key}`;

  return {
    /** @returns true when the key rests from now on. */
    rejected(origin: string, key: string, id: ChannelId, status: number, at: number) {
      const name = nameOf(origin, key);
      let entry = known.get(name);
      if (!entry) known.set(name, (entry = { origin, key, channels: new Set(), until: 0, times: 0 }));
      if (isAhead(entry.until, at, rest.longest)) return false;
      entry.channels.add(id);
      // After a rest a few are enough to see that nothing has changed.
      if (entry.channels.size < (entry.times > 0 ? 3 : enough)) return false;
      entry.until = at + Math.min(rest.first * 2 ** entry.times++, rest.longest);
      entry.channels.clear();
      if (entry.times === 1)
        say(
          `${new URL(origin).host} refuses what we send under VAPID key ${key} (${status}). It is left alone for a while and tried again; ` +
            'check SECURITY_CONTACT, the clock and DATA_DIR/keys/vapid.json.',
        );
      return true;
    },
    accepted: (origin: string, key: string) => void (known.size > 0 && known.delete(nameOf(origin, key))),
    /** Until when a key rests, epoch milliseconds; 0: it does not. */
    waitFor(origin: string, key: string, at: number) {
      const until = known.get(nameOf(origin, key))?.until ?? 0;
      return isAhead(until, at, rest.longest) ? until : 0;
    },
    quarantined: (at: number) =>
      [...known.values()]
        .filter(({ until }) => isAhead(until, at, rest.longest))
        .map(({ origin, key }) => ({ origin, key })),
  };
}
