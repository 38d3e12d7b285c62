import { statfsSync } from 'node:fs';

/** Room beside a release for its manifest, what the file system keeps of names, and the catalog. */
const spare = 64 << 20;

/** @param sealed bytes of what will be unsealed. @returns null when it fits on the disk in clear, or a sentence. */
export function enoughDisk(releases: string, sealed: number) {
  const { bavail, bsize } = statfsSync(releases);
  // The plain form of a page has up to eight times the bytes of the twin that it is made from.
  const needed = spare + 8 * sealed;
  if (bavail * bsize >= needed) return null;
  return `The disk of ${releases} has less than ${Math.ceil(needed / (1 << 20))} MiB free. Make room: the publisher looks again each second.`;
}
