import type { ChannelId } from '../../db/subscribers/subscribers.ts';
import { siteOf } from './networks-of.ts';

/** Which networks ask addresses that do not say yes: strangers' ones, that is, or made up ones. In memory alone. */
type AskedInVain = {
  /** Somebody's question was sent to an address. */
  asked(channel: ChannelId, from: string): void;
  saidYes(channel: ChannelId): void;
  is(from: string): boolean;
};

/**
 * Of so many questions in a row at least this share is answered with yes where people ask for themselves. Two hundred: a crowd behind one
 * network that asks within the same minute, before anybody can have answered, is taken for an attack for that minute at most.
 */
const usual = { questions: 200, yes: 0.03 };

/** @param most networks, and open questions, that are remembered. */
export function askedInVain(most: number): AskedInVain {
  const networks = new Map<string, { asked: number; yes: number }>();
  const questions = new Map<ChannelId, string>();
  return {
    asked(channel, from) {
      const site = siteOf(from);
      const seen = networks.get(site) ?? { asked: 0, yes: 0 };
      seen.asked += 1;
      // What was long ago counts half.
      if (seen.asked >= 2 * usual.questions) [seen.asked, seen.yes] = [seen.asked / 2, seen.yes / 2];
      keepNewest(networks, site, seen, most);
      keepNewest(questions, channel, site, most);
    },
    saidYes(channel) {
      const seen = networks.get(questions.get(channel) ?? '');
      if (seen) seen.yes += 1;
      questions.delete(channel);
    },
    is(from) {
      const seen = networks.get(siteOf(from));
      return seen !== undefined && seen.asked >= usual.questions && seen.yes < seen.asked * usual.yes;
    },
  };
}

function keepNewest<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number) {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value!);
}
