import type { EndedReason } from '../channel.ts';
import type { Store } from '../store.ts';

/** Part of a change. */
export function addSuppression({ sql }: Pick<Store, 'sql'>, lookup: Buffer, reason: EndedReason, at: Date) {
  sql.run('INSERT OR IGNORE INTO suppressions (lookup, reason, at) VALUES (?, ?, ?)', lookup, reason, at.getTime());
}

export function isSuppressed({ sql }: Pick<Store, 'sql'>, lookup: Buffer) {
  return sql.one('SELECT 1 AS yes FROM suppressions WHERE lookup = ?', lookup) !== undefined;
}

/** Part of a change. False where there was none. */
export function liftSuppression({ sql }: Pick<Store, 'sql'>, lookup: Buffer) {
  return sql.run('DELETE FROM suppressions WHERE lookup = ?', lookup).changes > 0;
}
