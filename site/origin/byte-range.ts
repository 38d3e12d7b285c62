/** Offsets of the first byte and of the one after the last. */
export type Span = { from: number; to: number };

/**
 * Reads a `Range` header for a body of `bytes` bytes (RFC 9110 §14.2).
 * `outside` when no byte of the body is in it; undefined when it is to be ignored: not in bytes, malformed, several ranges.
 */
export function byteRange(header: string, bytes: number): Span | 'outside' | undefined {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header);
  if (!match || (!match[1] && !match[2])) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2]);
  if (match[1] && match[2] && last < first) return undefined;

  const from = match[1] ? first : Math.max(0, bytes - last);
  const to = match[1] && match[2] ? Math.min(last + 1, bytes) : bytes;
  return from < to ? { from, to } : 'outside';
}
