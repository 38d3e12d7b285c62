import type { Store } from '../store.ts';
import { reachedOf, union, type Sets } from './members.ts';

export function told({ sql }: Store, noticeId: string) {
  const chunks = sql.all<Sets>(
    `SELECT c.want, c.done, c.dead, c.ambiguous FROM events e JOIN chunks c ON c.event_seq = e.seq
     WHERE e.notice_id = ? AND (c.done IS NOT NULL OR c.ambiguous IS NOT NULL)`,
    noticeId,
  );
  return union(chunks.map(reachedOf));
}
