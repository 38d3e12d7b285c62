import type { Address, EndedReason } from '../channel.ts';
import type { Store } from '../store.ts';
import type { ChannelId, Receipt } from '../subscribers.ts';
import { addressOf } from './sealed-address.ts';
import { channelById } from './state-of.ts';
import { wishesOf } from './wishes-of.ts';

export function receipt(store: Store, id: ChannelId): Receipt | null {
  const channel = channelById(store, id);
  if (!channel) return null;
  const dates = store.sql.one<Dates>(
    'SELECT joined_at, confirmed_at, ended_at, ended_reason FROM channels WHERE id = ?',
    id,
  )!;
  const consents = store.sql.all<{ at: number; words: string; what: Receipt['consents'][number]['what'] }>(
    'SELECT at, words, what FROM consents WHERE channel_id = ? ORDER BY id',
    id,
  );
  return {
    by: channel.by,
    generation: channel.generation,
    state: channel.state,
    address: shownAs(addressOf(store, id)),
    joinedAt: new Date(dates.joined_at),
    confirmedAt: dateOf(dates.confirmed_at),
    endedAt: dateOf(dates.ended_at),
    endedReason: dates.ended_reason,
    wishes: wishesOf(store, id),
    consents: consents.map((each) => ({ ...each, at: new Date(each.at) })),
  };
}

type Dates = {
  joined_at: number;
  confirmed_at: number | null;
  ended_at: number | null;
  ended_reason: EndedReason | null;
};

function shownAs(address: Address | null) {
  if (!address) return '';
  return address.by === 'email' ? address.address : new URL(address.endpoint).host;
}

function dateOf(at: number | null) {
  return at === null ? null : new Date(at);
}
