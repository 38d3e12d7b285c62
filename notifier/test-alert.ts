import type { Clock } from '../db/clock.ts';
import { laneOf } from '../db/subscribers/lane-of.ts';
import type { Channels, ChannelId } from '../db/subscribers/subscribers.ts';
import { testMessage } from './messages/test-message.ts';
import type { Outcome, Sender } from './senders/sender.ts';

/** Sends a test alert at once, beside everything that waits. The function says whether it was taken. */
export function testSender(
  channels: Pick<Channels, 'addresses'>,
  senders: Record<'email' | 'push', Sender>,
  clock: Clock,
) {
  return async (id: ChannelId): Promise<boolean> => {
    const found = (await channels.addresses([id])).get(id);
    if (!found) return false;
    const { generation, ...to } = found;
    const now = clock.now();
    const message = testMessage(now);
    const came: Outcome[] = [];
    const delivery = { id, generation, to, lane: laneOf(to), messages: [message], notBefore: now };
    await senders[to.by].send([{ ...delivery, expiresAt: message.expiresAt }], (_, outcome) => void came.push(outcome));
    return came.some(({ is }) => is === 'sent' || is === 'ambiguous');
  };
}
