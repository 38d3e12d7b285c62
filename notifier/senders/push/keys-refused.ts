import type { ChannelId } from '../../../db/subscribers/subscribers.ts';
import { isAhead } from '../../is-ahead.ts';
import { channelSet } from './channel-set.ts';

/**
 * Channels that a service refuses, none taken in between, until the key must be what is wrong. `known`: such as it has taken before under
 * that key; `again`: after a rest a few of these are enough to see that nothing has changed. `strangers`: such as it has never taken,
 * as long as it has taken none at all.
 */
const enough = { known: 20, again: 3, strangers: 1_000 };
/** Strangers after which an operator is told, though the key is still used. */
const suspicious = 20;
/** Milliseconds: how long a key rests, longer each time. */
const rest = { first: 60_000, longest: 3_600_000 };

type Entry = {
  origin: string;
  key: string;
  taken: ReturnType<typeof channelSet>;
  refused: { known: Set<ChannelId>; strangers: Set<ChannelId> };
  until: number;
  times: number;
};

/**
 * Which of our VAPID keys a push service refuses (400, 401, 403). A channel that was never taken proves nothing: whoever subscribes twenty
 * browsers under a key of their own could otherwise stop the alerts of everybody at that service. Who was taken is forgotten with the
 * process; until a service has taken somebody, very many strangers have to be refused.
 */
export function keysRefused(say: (line: string) => void) {
  const entries = new Map<string, Entry>();
  const nameOf = (origin: string, key: string) => `${origin} ${key}`;
  const entryOf = (origin: string, key: string) => {
    const name = nameOf(origin, key);
    let entry = entries.get(name);
    if (!entry) entries.set(name, (entry = newEntry(origin, key)));
    return entry;
  };

  return {
    /** @returns true when the key rests from now on. */
    rejected(origin: string, key: string, id: ChannelId, status: number, at: number) {
      const entry = entryOf(origin, key);
      if (isAhead(entry.until, at, rest.longest)) return false;
      if (!isEnough(entry, id, status)) return false;
      entry.until = at + Math.min(rest.first * 2 ** entry.times++, rest.longest);
      entry.refused.known.clear();
      entry.refused.strangers.clear();
      if (entry.times === 1)
        say(
          `${new URL(origin).host} refuses what we send under VAPID key ${key} (${status}). It is left alone for a while and tried again; ` +
            whatToCheck,
        );
      return true;
    },
    accepted(origin: string, key: string, id: ChannelId) {
      const entry = entryOf(origin, key);
      entry.taken.add(id);
      entry.refused.known.clear();
      entry.refused.strangers.clear();
      entry.until = entry.times = 0;
    },
    /** Until when a key rests, epoch milliseconds; 0: it does not. */
    waitFor(origin: string, key: string, at: number) {
      const until = entries.get(nameOf(origin, key))?.until ?? 0;
      return isAhead(until, at, rest.longest) ? until : 0;
    },
    quarantined: (at: number) =>
      [...entries.values()]
        .filter(({ until }) => isAhead(until, at, rest.longest))
        .map(({ origin, key }) => ({ origin, key })),
  };

  function isEnough({ origin, key, taken, refused, times }: Entry, id: ChannelId, status: number) {
    if (taken.has(id)) return refused.known.add(id).size >= (times > 0 ? enough.again : enough.known);
    if (!taken.isEmpty() || refused.strangers.has(id)) return false;
    const { size } = refused.strangers.add(id);
    if (size === suspicious && times === 0)
      say(
        `${new URL(origin).host} has refused the first ${size} channels under VAPID key ${key} (${status}) and taken none since the start. ` +
          `If that goes on, ${whatToCheck}`,
      );
    return size >= enough.strangers;
  }
}

const whatToCheck = 'check SECURITY_CONTACT, the clock and DATA_DIR/keys/vapid.json.';

function newEntry(origin: string, key: string): Entry {
  const refused = { known: new Set<ChannelId>(), strangers: new Set<ChannelId>() };
  return { origin, key, taken: channelSet(), refused, until: 0, times: 0 };
}
