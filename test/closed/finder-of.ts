import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { formsOf } from './forms-of.ts';

/** Finds values in bytes: in every form, and in what gzip or Brotli made of them. */
export type Finder = (bytes: Uint8Array | string) => string[];

/** @returns a function that names the forms that it has found. */
export function finderOf(values: string[]): Finder {
  const forms = [...new Set(values.flatMap(formsOf))];
  if (forms.length === 0) return () => [];
  const any = new RegExp(forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'g');
  const inPlain = (bytes: Buffer) => bytes.toString('latin1').match(any) ?? [];
  return (bytes) => {
    const plain = Buffer.from(bytes as Uint8Array);
    return [...new Set([plain, ...expanded(plain)].flatMap(inPlain))];
  };
}

/** Brotli has no mark at its beginning, so it is tried; other bytes end the trial at once. */
function expanded(bytes: Buffer) {
  return [gunzipSync, brotliDecompressSync].flatMap((expand) => {
    try {
      return [expand(bytes, { maxOutputLength: 64 << 20 })];
    } catch {
      return [];
    }
  });
}
