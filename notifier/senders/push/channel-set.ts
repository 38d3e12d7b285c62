import type { ChannelId } from '../../../db/subscribers/subscribers.ts';

/** A set of channels, a bit each: a million of them are 125 KB. */
export function channelSet() {
  let bits = new Uint8Array(1 << 10);
  let empty = true;
  const has = (id: ChannelId) => (bits[id >>> 3]! & (1 << (id & 7))) !== 0;
  return {
    has,
    add(id: ChannelId) {
      if (id >>> 3 >= bits.length) {
        const more = new Uint8Array(2 ** Math.ceil(Math.log2((id >>> 3) + 1)));
        more.set(bits);
        bits = more;
      }
      bits[id >>> 3]! |= 1 << (id & 7);
      empty = false;
    },
    isEmpty: () => empty,
  };
}
