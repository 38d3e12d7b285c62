const mebibyte = 1 << 20;

/** A row has 220 to 1,000 bytes, and the busiest day of six years brought 284: an ordinary package is of the smallest class. */
const classes = [1, 4, 16, 64].map((size) => size * mebibyte);

/** What 300 new pages and the open data add to a release is of the second class. */
const releaseClasses = [...classes, 256 * mebibyte];

/** Bytes that a sealed package can hold. */
export const largestPackage = classes.at(-1)!;

/**
 * Text as UTF-8, filled with blanks up to its size class, so that within a class a size tells nothing.
 * @returns null when it is larger than the largest class.
 */
export function padded(text: string) {
  const bytes = Buffer.byteLength(text);
  const size = classes.find((each) => each >= bytes);
  if (size === undefined) return null;
  const buffer = Buffer.alloc(size, ' ');
  buffer.write(text);
  return buffer;
}

/**
 * Bytes one after the other, filled with zeros up to the size class of a release. They have to say where they end.
 * @returns null when they are more than the largest class.
 */
export function paddedRelease(pieces: Uint8Array[]) {
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const size = releaseClasses.find((each) => each >= bytes);
  return size === undefined ? null : Buffer.concat(pieces, size);
}
