import type { Kind } from '../kinds.ts';
import type { Moment } from './wishes.ts';

/** `closes-tomorrow` is for those whose quiet hours outlast the last day. */
export type EventKind = Moment | 'cancelled' | 'closes-tomorrow';

/** Which wish an event meets. */
export function momentOf(kind: EventKind): Moment {
  if (kind === 'cancelled') return 'correction';
  return kind === 'closes-tomorrow' ? 'closes-today' : kind;
}

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
