const mebibyte = 1 << 20;

/** A row has 220 to 1,000 bytes, and the busiest day of six years brought 284: an ordinary package is of the smallest class. */
const classes = [1, 4, 16, 64].map((size) => size * mebibyte);

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
