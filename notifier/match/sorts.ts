import type { Lane } from '../../db/subscribers/channel.ts';
import type { ChannelId } from '../../db/subscribers/subscribers.ts';
import type { Wishes } from '../../db/subscribers/wishes.ts';

/** What decides when and where a channel's messages go: a few hundred sorts for a million channels. */
export type Sort = { lane: Lane; timing: Pick<Wishes, 'digestAt' | 'quiet'> };

export type Sorts = {
  /** The sort of a channel as a number from 1 up; 0 where there is no such channel. Another array after a growth. */
  ofChannel(): Uint32Array;
  /** By number; the first is nobody's. */
  all: Sort[];
  reach(ids: number): void;
  put(id: ChannelId, lane: Lane, timing: Sort['timing']): void;
  take(id: ChannelId): void;
  is(id: ChannelId, lane: Lane, timing: Sort['timing']): boolean;
  has(id: ChannelId): boolean;
};

export function sortsOf(): Sorts {
  let ofChannel = new Uint32Array();
  const all: Sort[] = [{ lane: '', timing: { digestAt: null, quiet: null } }];
  const numbers = new Map<string, number>();
  return {
    ofChannel: () => ofChannel,
    all,
    reach(ids) {
      if (ids <= ofChannel.length) return;
      const grown = new Uint32Array(ids);
      grown.set(ofChannel);
      ofChannel = grown;
    },
    put(id, lane, { digestAt, quiet }) {
      const key = keyOf(lane, { digestAt, quiet });
      let number = numbers.get(key);
      if (number === undefined) {
        number = all.push({ lane, timing: { digestAt, quiet } }) - 1;
        numbers.set(key, number);
      }
      ofChannel[id] = number;
    },
    take(id) {
      ofChannel[id] = 0;
    },
    is: (id, lane, timing) => id < ofChannel.length && ofChannel[id] === numbers.get(keyOf(lane, timing)),
    has: (id) => id < ofChannel.length && ofChannel[id] !== 0,
  };
}

function keyOf(lane: Lane, { digestAt, quiet }: Sort['timing']) {
  return `${digestAt} ${quiet && quiet.from} ${quiet && quiet.to} ${lane}`;
}
