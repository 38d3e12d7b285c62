import type { Store } from '../store.ts';
import { takeBack } from './move.ts';

/** What is in hand is on its way, and `told` knows whose. */
export function cancel(store: Store, noticeId: string, at: Date) {
  return store.write(() => {
    const open = store.sql.all<{ seq: number }>(
      "SELECT seq FROM events WHERE notice_id = ? AND withdrawn_at IS NULL AND kind NOT IN ('cancelled', 'results')",
      noticeId,
    );
    for (const { seq } of open) takeBack(store, seq, at);
  });
}
