import type { Store } from '../store.ts';

/** The fence goes up: whoever had something in hand is not heard any more. */
export function takeOver({ sql, write }: Store) {
  return write(
    () =>
      sql.run('UPDATE chunks SET lease_until = NULL, again_at = 0, fence = fence + 1 WHERE lease_until IS NOT NULL')
        .changes,
  );
}
