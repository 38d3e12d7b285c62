import type { Kind } from '../kinds.ts';
import type { Moment } from './wishes.ts';

export type EventKind = Moment | 'cancelled';

/**
 * Something that channels are told of. There is no field for a rate, a count or a score, and none may be added: what the store
 * cannot hold it cannot leak.
 */
export type AlertEvent = {
  /** Follows from kind, notice and revision or day: a second sight is nothing new. */
  id: string;
  kind: EventKind;
  noticeId: string;
  noticeName: string;
  noticeKind: Kind;
  /** 행정안전부 codes, two and five digits; null where the place is not known. */
  sido: string | null;
  sigungu: string | null;
  /** Path of the page that tells more, `/notices/2025000001/`. */
  path: string;
  /** Nothing goes out before this instant, nor from `expiresAt` on. */
  notBefore: Date;
  expiresAt: Date;
};
