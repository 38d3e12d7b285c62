import {
  closesAt,
  noOrders,
  publication,
  type Ordered,
  type PublicationDays,
  type PublicationHours,
} from '../catalog/publication.ts';
import type { Kind } from '../kinds.ts';
import { koreanDay, koreanTime } from '../clock.ts';

/** What orders can change of a notice, by the name that people know. null for what is held or not known. */
export type NoticeInstants = Partial<Record<'접수 마감' | '경쟁률' | '가점', Date | null>>;

export function instantsOf(notice: PublicationDays & { kind: Kind }, hours: PublicationHours): NoticeInstants {
  return {
    '접수 마감': closesAt(notice),
    경쟁률: publication(notice, 'competition', hours),
    ...(notice.kind === 'apt' && { 가점: publication(notice, 'score', hours) }),
  };
}

/** The same notice under some of its orders only. */
export function under<N extends Ordered>(notice: N, orders: Partial<Ordered>): N {
  return { ...notice, ...noOrders, ...orders };
}

/** For a terminal, in Korea: `2026-11-25 19:30`. */
export function told(instant: Date | null) {
  return instant ? `${koreanDay(instant)} ${koreanTime(instant)}` : 'held';
}
