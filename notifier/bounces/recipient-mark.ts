import { createHmac } from 'node:crypto';
import { sameMailbox } from '../../db/subscribers/lookup-of.ts';

/**
 * What stands for the address that a bounce is about, so that the address itself is not written down: 43 letters, the same for all ways to
 * write a mailbox.
 * @param token of the bounce.
 */
export function recipientMark(token: string, address: string) {
  return createHmac('sha256', token).update(sameMailbox(address)).digest('base64url');
}
