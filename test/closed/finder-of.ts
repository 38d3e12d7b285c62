import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { formsOf } from './forms-of.ts';

/** Finds values in bytes: in every form, in what gzip, Brotli or ZIP made of them, and across the folded lines of a calendar. */
export type Finder = (bytes: Uint8Array | string) => string[];

/** @returns a function that names the forms that it has found. */
export function finderOf(values: string[]): Finder {
  const forms = [...new Set(values.flatMap(formsOf))];
  if (forms.length === 0) return () => [];
  const any = new RegExp(forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'g');
  const inPlain = (bytes: Buffer) => bytes.toString('latin1').match(any) ?? [];
  return (bytes) => {
    const plain = Buffer.from(bytes as Uint8Array);
    return [...new Set([plain, ...expanded(plain), ...unzipped(plain), ...unfolded(plain)].flatMap(inPlain))];
  };
}

/** Brotli has no mark at its beginning, so it is tried; other bytes end the trial at once. */
function expanded(bytes: Buffer) {
  const limit = { maxOutputLength: 64 << 20 };
  if (startsWith(bytes, '\x1f\x8b')) return attempt(() => gunzipSync(bytes, limit));
  return attempt(() => brotliDecompressSync(bytes, limit));
}

/** What `expand` gives; nothing where it fails. It fails thousands of times, so no stack is written down for it. */
function attempt(expand: () => Buffer) {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return [expand()];
  } catch {
    return [];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The files of a ZIP archive. */
function unzipped(bytes: Buffer) {
  return startsWith(bytes, 'PK\x03\x04') ? Object.values(unzipSync(bytes)).map((file) => Buffer.from(file)) : [];
}

/** A calendar cuts its lines after 75 octets, wherever that is (RFC 5545). */
function unfolded(bytes: Buffer) {
  if (!startsWith(bytes, 'BEGIN:VCALENDAR')) return [];
  return [Buffer.from(bytes.toString('latin1').replaceAll(/\r\n[ \t]/g, ''), 'latin1')];
}

function startsWith(bytes: Buffer, text: string) {
  return bytes.toString('latin1', 0, text.length) === text;
}
