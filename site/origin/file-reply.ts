import { byteRange, type Span } from './byte-range.ts';
import { refusalControl } from './cache-control.ts';
import { copiesOf, suitableCopy, type Copy, type PublicFile } from './copies.ts';
import type { Asked, Reply } from './reply.ts';
import { safetyHeaders } from './safety-headers.ts';

/** A listed file: whole, in part, or the word that the reader has it already. `caching` says how long that holds. */
export function fileReply(asked: Asked, file: PublicFile, caching: string): Reply {
  const copies = copiesOf(file);
  const part = wantedPart(asked, copies.identity);
  const copy = part ? copies.identity : suitableCopy(copies, asked.headers['accept-encoding']);

  if (hasAlready(asked.headers['if-none-match'], copy)) return unchanged(caching, copy);
  if (part === 'outside') return outside(copy);
  if (part) return partial(caching, copy, part);
  return whole(caching, copy, copy === copies.identity);
}

/** Parts are cut from the plain copy, and only while the reader's first part was of the same bytes. */
function wantedPart({ method, headers }: Asked, copy: Copy) {
  if (headers.range === undefined || method !== 'GET') return undefined;
  if (headers['if-range'] !== undefined && headers['if-range'] !== copy.etag) return undefined;
  return byteRange(headers.range, copy.bytes);
}

/** Weak comparison (RFC 9110 §13.1.2): `W/` before the tag does not matter. */
function hasAlready(ifNoneMatch: string | undefined, copy: Copy) {
  return ifNoneMatch !== undefined && (ifNoneMatch.includes(copy.etag) || ifNoneMatch.trim() === '*');
}

function whole(caching: string, copy: Copy, plain: boolean): Reply {
  const headers = ['Cache-Control', caching, 'ETag', copy.etag, 'Content-Length', String(copy.bytes)];
  if (plain) headers.push('Accept-Ranges', 'bytes');
  headers.push(...copy.about);
  return { status: 200, headers, stored: { copy, from: 0, to: copy.bytes } };
}

function partial(caching: string, copy: Copy, { from, to }: Span): Reply {
  const own = [
    ['Cache-Control', caching],
    ['ETag', copy.etag],
    ['Content-Length', String(to - from)],
    ['Content-Range', `bytes ${from}-${to - 1}/${copy.bytes}`],
    ['Accept-Ranges', 'bytes'],
  ];
  const headers = [...own.flat(), ...copy.about];
  return { status: 206, headers, stored: { copy, from, to } };
}

function outside(copy: Copy): Reply {
  const headers = ['Cache-Control', refusalControl(416), 'Content-Range', `bytes */${copy.bytes}`];
  return { status: 416, headers: [...headers, 'Content-Length', '0', ...copy.unchanged, ...safetyHeaders] };
}

function unchanged(caching: string, copy: Copy): Reply {
  return { status: 304, headers: ['Cache-Control', caching, 'ETag', copy.etag, ...copy.unchanged] };
}
