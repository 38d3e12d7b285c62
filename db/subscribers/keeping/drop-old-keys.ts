import { retention } from '../retention.ts';
import { sealedBy } from '../sealed.ts';
import type { Store } from '../store.ts';

/** Destroys keys that were replaced so long ago that no backup needs them. @returns how many. */
export function dropOldKeys({ sql, keyring }: Store, now: Date) {
  const isUsed = (keyId: number) => {
    const header = sealedBy(keyId);
    return sql.one(`SELECT 1 AS yes FROM addresses WHERE substr(wrapped, 1, ${header.length}) = ? LIMIT 1`, header);
  };
  return keyring.dropReplaced(new Date(now.getTime() - retention.backups), (keyId) => isUsed(keyId) !== undefined);
}
