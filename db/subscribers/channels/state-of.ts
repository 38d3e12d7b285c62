import type { ChannelId } from '../subscribers.ts';
import type { Store } from '../store.ts';

export type ChannelRow = {
  id: ChannelId;
  by: 'email' | 'push';
  generation: number;
  state: 'asked' | 'confirmed' | 'ended';
  lookup: Buffer;
  askedAt: number;
};

const columns = 'id, "by", generation, state, lookup, asked_at AS askedAt';

export function channelById({ sql }: Pick<Store, 'sql'>, id: ChannelId) {
  return sql.one<ChannelRow>(`SELECT ${columns} FROM channels WHERE id = ?`, id);
}

export function channelByLookup({ sql }: Pick<Store, 'sql'>, lookup: Buffer) {
  return sql.one<ChannelRow>(`SELECT ${columns} FROM channels WHERE lookup = ?`, lookup);
}
