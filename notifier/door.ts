import type { Clock } from '../db/clock.ts';
import type { ChannelId } from '../db/subscribers/subscribers.ts';
import type { Door } from './senders/sender.ts';

/** The door of all senders, with a bit for each channel that has left, in memory that worker threads share. */
export type SharedDoor = Door & {
  bits: SharedArrayBuffer;
  /** Shuts the door for a channel at once, in every thread. */
  leave(id: ChannelId): void;
  /** Opens it again: the same address has subscribed anew. */
  comeBack(id: ChannelId): void;
};

/** Asks the same bits in another thread. */
export function leftIn(bits: SharedArrayBuffer): Door['left'] {
  const bytes = new Uint8Array(bits);
  return (id) => at(id) < bits.byteLength && (Atomics.load(bytes, at(id)) & bit(id)) !== 0;
}

const at = (id: ChannelId) => id >>> 3;
const bit = (id: ChannelId) => 1 << (id & 7);
const most = 64 << 20; // bytes: half a thousand million channels, taken from the machine as they come
const step = 1 << 17;

export function openDoor(clock: Clock): SharedDoor {
  const bits = new SharedArrayBuffer(step, { maxByteLength: most });
  const bytes = new Uint8Array(bits);
  return {
    bits,
    now: () => clock.now(),
    left: leftIn(bits),
    leave(id) {
      if (at(id) >= bits.byteLength) bits.grow(Math.min(most, (Math.floor(at(id) / step) + 1) * step));
      Atomics.or(bytes, at(id), bit(id));
    },
    comeBack(id) {
      if (at(id) < bits.byteLength) Atomics.and(bytes, at(id), ~bit(id) & 0xff);
    },
  };
}
