import type { AlertEvent, EventKind } from '../alert-event.ts';
import type { Kind } from '../../kinds.ts';
import type { Store } from '../store.ts';

export type EventRow = {
  seq: number;
  id: string;
  kind: EventKind;
  notice_id: string;
  notice_name: string;
  notice_kind: Kind;
  sido: string | null;
  sigungu: string | null;
  path: string;
  not_before: number;
  expires_at: number;
};

export function eventFrom(row: EventRow): AlertEvent {
  return {
    id: row.id,
    kind: row.kind,
    noticeId: row.notice_id,
    noticeName: row.notice_name,
    noticeKind: row.notice_kind,
    sido: row.sido,
    sigungu: row.sigungu,
    path: row.path,
    notBefore: new Date(row.not_before),
    expiresAt: new Date(row.expires_at),
  };
}

/** Part of a change. @returns its number, or null where the id is known. */
export function addEvent({ sql }: Store, event: AlertEvent, at: Date) {
  const { changes, lastInsertRowid } = sql.run(
    `INSERT OR IGNORE INTO events
       (id, kind, notice_id, notice_name, notice_kind, sido, sigungu, path, not_before, expires_at, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    event.id,
    event.kind,
    event.noticeId,
    event.noticeName,
    event.noticeKind,
    event.sido,
    event.sigungu,
    event.path,
    event.notBefore.getTime(),
    event.expiresAt.getTime(),
    at.getTime(),
  );
  return changes === 0 ? null : lastInsertRowid;
}
