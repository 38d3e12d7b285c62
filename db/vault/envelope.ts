import { createHash } from 'node:crypto';
import type { ClosedPackage, Problem } from './closed-package.ts';
import { padded } from './size-classes.ts';

/*
 * What is encrypted. The first line says the version and the SHA-256 of the second; the second is the package in its clear
 * form; blanks fill up to the size class. A plaintext without the first line is a package in clear, sealed by `age` itself.
 */

const version = 1;
const firstLine = /^\{"vault":(\d{1,9}),"sha256":"([0-9a-f]{64})"\}\n$/;

/** @returns null when the package is larger than any size class. */
export function enclose({ at, rows }: ClosedPackage) {
  const byOperation: Record<string, unknown[]> = {};
  for (const { operation, row } of rows) (byOperation[operation.name] ??= []).push(row);
  const content = JSON.stringify({ at: at.toISOString(), rows: byOperation });
  return padded(`{"vault":${version},"sha256":"${digestOf(content)}"}\n${content}\n`);
}

/** The package in clear that a plaintext holds. */
export function disclose(plaintext: Uint8Array): Uint8Array | Problem {
  const headEnds = plaintext.indexOf(newline) + 1;
  const [, said, digest] = firstLine.exec(Buffer.from(plaintext.subarray(0, Math.min(headEnds, 128))).toString()) ?? [];
  if (said === undefined) return plaintext;
  if (Number(said) !== version)
    return { problem: `It has version ${said} of the envelope, and this program reads version ${version}.` };
  const content = plaintext.subarray(headEnds, plaintext.indexOf(newline, headEnds));
  return digestOf(content) === digest ? content : { problem: 'Its content is not what was sealed. Ask for it again.' };
}

const newline = 0x0a;

function digestOf(content: string | Uint8Array) {
  return createHash('sha256').update(content).digest('hex');
}
