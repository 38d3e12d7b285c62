import type { Clock } from '../../db/clock.ts';
import type { Channels } from '../../db/subscribers/subscribers.ts';
import type { Tokens } from '../tokens.ts';
import type { Bounce } from './read-bounce.ts';
import { recipientMark } from './recipient-mark.ts';

export type TakingBounces = {
  channels: Pick<Channels, 'receipt' | 'end'>;
  tokens: Pick<Tokens, 'read'>;
  clock: Clock;
};

/**
 * Does what a bounce asks for. The channel of an address that is gone ends, and nobody can sign it up again; anything that may pass changes
 * nothing and is for the caller to count. `elsewhere`: what does not exist is another address, to which the reader has mail forwarded or
 * whose owner made the report up; theirs may be well, and nothing follows. `unknown`: a token that is not ours, or of a channel that has
 * ended or is another by now.
 */
export async function takeBounce(
  { token, gone }: Bounce,
  { channels, tokens, clock }: TakingBounces,
): Promise<'ended' | 'passing' | 'elsewhere' | 'unknown'> {
  const named = tokens.read('bounce', token);
  if (typeof named === 'string') return 'unknown';
  const receipt = await channels.receipt(named.id);
  if (receipt?.by !== 'email' || receipt.generation !== named.generation || receipt.state === 'ended') return 'unknown';
  if (gone.length === 0) return 'passing';
  if (!gone.includes(recipientMark(token, receipt.address))) return 'elsewhere';
  await channels.end(named.id, 'bounced', clock.now());
  return 'ended';
}
