import { createHash } from 'node:crypto';
import type { Problem } from '../../../db/vault/closed-package.ts';
import { paddedRelease } from '../../../db/vault/size-classes.ts';
import { digestOf } from '../seal-file.ts';

/*
 * What is encrypted. The first line says the version, how many bytes the header has and how many follow it, and the SHA-256 of
 * both; then they come, and zeros up to the size class. So nothing depends on what the padding looks like.
 */

const version = 1;
const firstLine = /^\{"release":(\d{1,9}),"header":(\d{1,9}),"files":(\d{1,9}),"sha256":"([0-9a-f]{64})"\}\n$/;

type Letter = { header: Buffer; files: Buffer };

/** @returns null when it is more than any size class. */
export function intoEnvelope(header: Buffer, files: Buffer[]) {
  const hash = createHash('sha256').update(header);
  let bytes = 0;
  for (const file of files) {
    hash.update(file);
    bytes += file.length;
  }
  const line = `{"release":${version},"header":${header.length},"files":${bytes},"sha256":"${hash.digest('hex')}"}\n`;
  return paddedRelease([Buffer.from(line), header, ...files]);
}

/** @returns why there is nothing to take out, in a sentence that begins with "It" and depends on nothing closed. */
export function outOfEnvelope(plaintext: Buffer): Letter | Problem {
  const begin = plaintext.subarray(0, 256).indexOf('\n') + 1;
  const line = firstLine.exec(plaintext.toString('latin1', 0, begin));
  if (!line) return { problem: 'It holds no release.' };
  if (Number(line[1]) !== version)
    return { problem: `It has version ${line[1]} of the envelope, and this program reads version ${version}.` };
  const filesBegin = begin + Number(line[2]);
  const end = filesBegin + Number(line[3]);
  if (end > plaintext.length || digestOf(plaintext.subarray(begin, end)) !== line[4])
    return { problem: 'It does not hold what was sealed.' };
  return { header: plaintext.subarray(begin, filesBegin), files: plaintext.subarray(filesBegin, end) };
}
