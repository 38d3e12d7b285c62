/** What came of one request, before it is known what that means for the channel. */
export type Verdict =
  /** A final status of the push service; `retryAfter` in milliseconds, null where it names none. */
  | { is: 'answered'; status: number; retryAfter: number | null }
  /** Written, and no status came: the connection broke, the stream was reset, or the service was too slow. */
  | { is: 'unanswered' }
  /** No byte of it was taken: no connection, or a stream that was refused. */
  | { is: 'unsent'; connected: boolean }
  /** Called back before it was written. */
  | { is: 'held' }
  | { is: 'kept back'; why: 'early' | 'late' | 'left' };

/** What a status says, by RFC 8030 §7, RFC 8292 §4.2 and what the services do. */
export type Reading = 'sent' | 'gone' | 'too much' | 'rejected' | 'too large' | 'trouble';

/** @param host of the push service: Microsoft's says 406 where others say 429. */
export function readingOf(status: number, host: string): Reading {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || (status === 406 && host.endsWith('.notify.windows.com'))) return 'too much';
  if (status === 400 || status === 401 || status === 403) return 'rejected';
  if (status === 413) return 'too large';
  return 'trouble';
}

/** Reads Retry-After, seconds or a date (RFC 9110 §10.2.3). @returns milliseconds from `now`, null where it says nothing. */
export function readRetryAfter(text: string | undefined, now: Date) {
  if (!text) return null;
  const after = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime();
  return after > 0 ? after : null;
}
