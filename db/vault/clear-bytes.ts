import { createReadStream } from 'node:fs';
import { largestPackage } from './size-classes.ts';

/**
 * A package in clear, from a file or, for `-`, from standard input. It stays in memory.
 * @throws a sentence when it cannot be read or is larger than any package.
 */
export async function clearBytes(file: string) {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of piecesOf(file)) {
    bytes += piece.length;
    if (bytes > largestPackage) throw new Error(`${file} is larger than a package can be. Divide it by notices.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* (file === '-' ? process.stdin : createReadStream(file)) as AsyncIterable<Buffer>;
  } catch (cause) {
    throw new Error(`${file} cannot be read (${(cause as NodeJS.ErrnoException).code}). Name a file, or - .`, {
      cause,
    });
  }
}
