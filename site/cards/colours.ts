/*
 * The colours of the pictures: the night, the beam of the lighthouse in it, what is written. Few and flat, so that a picture
 * weighs little and can be read as small as a thumb.
 */

export const night = '#052561';
export const beam = '#1a3872';
export const white = '#ffffff';
export const lamp = '#ffb114';
export const quiet = '#c9d6f0';

/** What a picture may hold, sixteen colours: those above, and the steps between them at the edges of letters. */
export const palette = [
  night,
  beam,
  white,
  lamp,
  quiet,
  ...[0.2, 0.4, 0.6, 0.8].map((part) => between(night, white, part)),
  ...[0.25, 0.5, 0.75].map((part) => between(night, lamp, part)),
  ...[0.25, 0.5, 0.75].map((part) => between(night, quiet, part)),
  between(white, lamp, 0.5),
].map(channels);

function between(from: string, to: string, part: number) {
  const [a, b] = [channels(from), channels(to)];
  return `#${a
    .map((value, i) =>
      Math.round(value + (b[i]! - value) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function channels(colour: string) {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
