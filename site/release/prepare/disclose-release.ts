import { gunzipSync } from 'node:zlib';
import type { Problem } from '../../../db/vault/closed-package.ts';
import { digestOf } from '../seal-file.ts';
import { outOfEnvelope } from './release-envelope.ts';
import { releaseHeader, type ReleaseHeader } from './release-header.ts';
import { bodiesOf, formsOf, sealedForms } from './sealed-forms.ts';

/** What a sealed release says of itself, and the bytes of its files, one after the other. */
export type Disclosed = { header: ReleaseHeader; files: Buffer };

/** @returns why the plaintext is no release, in a sentence that begins with "It" and depends on nothing closed. */
export function discloseRelease(plaintext: Buffer): Disclosed | Problem {
  const letter = outOfEnvelope(plaintext);
  if ('problem' in letter) return letter;
  const header = jsonOf(letter.header);
  // The header itself goes on, not what the schema makes of it: the manifest's keys have an order.
  return releaseHeader.safeParse(header).success ? { header: header as ReleaseHeader, files: letter.files } : notWhole;
}

/**
 * Hands out every file, by its name in the folder of a release, each with its twins and held against its digest.
 * @returns what is wrong, if anything is; some files have been handed out by then.
 */
export function unpack({ header, files }: Disclosed, put: (name: string, body: Buffer) => void): Problem | null {
  let at = 0;
  const take = ({ bytes }: { bytes: number }) => files.subarray(at, (at += bytes));
  for (const [path, file] of Object.entries(header.files)) {
    const bodies = bodiesOf(path, file, sealedForms(path, file).map(take));
    if (!bodies) return notWhole;
    for (const [i, { name }] of formsOf(path, file).entries()) put(`client/${name}`, bodies[i]!);
  }
  for (const [name, file] of Object.entries(header.beside)) {
    const body = take(file);
    if (digestOf(body) !== file.sha256) return notWhole;
    put(name, body);
  }
  return at === files.length ? null : notWhole;
}

const notWhole: Problem = { problem: 'It does not hold what its header says.' };

function jsonOf(compressed: Buffer): unknown {
  try {
    return JSON.parse(gunzipSync(compressed).toString());
  } catch {
    return undefined;
  }
}
