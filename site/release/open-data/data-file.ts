import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';

/** A finished file of open data: what whoever loads it can hold it against. */
export type DataFile = { name: string; bytes: number; sha256: string };

/** A file that is written piece by piece, and digested on the way. */
export function openDataFile(path: string) {
  const file = openSync(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  let pieces: string[] = [];
  let length = 0;
  const flush = () => {
    const body = Buffer.from(pieces.join(''));
    hash.update(body);
    bytes += body.length;
    for (let at = 0; at < body.length;) at += writeSync(file, body, at);
    pieces = [];
    length = 0;
  };
  return {
    write(text: string) {
      pieces.push(text);
      length += text.length;
      if (length > 1 << 20) flush();
    },
    end(): DataFile {
      flush();
      closeSync(file);
      return { name: basename(path), bytes, sha256: hash.digest('hex') };
    },
  };
}

/** Writes a file in one piece. */
export function writeDataFile(path: string, text: string): DataFile {
  const file = openDataFile(path);
  file.write(text);
  return file.end();
}
