import type { EndedReason } from '../channel.ts';
import type { Store } from '../store.ts';
import { addConsent } from './add-consent.ts';
import type { ChannelRow } from './state-of.ts';
import { addSuppression } from './suppression.ts';
import { removeFollows } from './wishes-of.ts';

/** Part of a change. Of an ended channel the address is gone at once, and what it followed. False where it had ended. */
export function endChannel(store: Pick<Store, 'sql'>, channel: ChannelRow, reason: EndedReason, at: Date) {
  if (channel.state === 'ended') return false;
  const { id } = channel;
  store.sql.run(
    `UPDATE channels SET state = 'ended', ended_at = ?, ended_reason = ?, kinds = '', moments = '',
       digest_at = NULL, quiet_begins = NULL, quiet_ends = NULL WHERE id = ?`,
    at.getTime(),
    reason,
    id,
  );
  store.sql.run('DELETE FROM addresses WHERE channel_id = ?', id);
  removeFollows(store, id);
  addConsent(store, id, 'ended', { at, words: reason, from: null });
  if (channel.by === 'email' && saysNever.has(reason)) addSuppression(store, channel.lookup, reason, at);
  return true;
}

/** After these nobody who types the address in is to bring mail to it. */
export const saysNever: ReadonlySet<EndedReason> = new Set(['complained', 'bounced', 'suppressed']);
