/*
 * Pictures are as wide as their place and as high as their letters: what lies across is in per cent, what goes down in `em`. So
 * nothing shrinks on a phone, and larger letters make a larger picture.
 */

/** `12.5%`. */
export function percent(value: number) {
  return `${Number(value.toFixed(2))}%`;
}

/** `1.25em`. */
export function em(value: number) {
  return `${Number(value.toFixed(2))}em`;
}
