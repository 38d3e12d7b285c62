import type { ChannelId, Consent, Receipt } from '../subscribers.ts';
import type { Store } from '../store.ts';

export function addConsent(
  { sql }: Pick<Store, 'sql'>,
  id: ChannelId,
  what: Receipt['consents'][number]['what'],
  { at, words, from }: Consent,
) {
  sql.run(
    'INSERT INTO consents (channel_id, what, at, words, from_prefix) VALUES (?, ?, ?, ?, ?)',
    id,
    what,
    at.getTime(),
    words,
    from,
  );
}
