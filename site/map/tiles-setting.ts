/** Name of the operator's tiles among the files of the site. */
export const tilesFile = 'tiles.pmtiles';

/** True for the address of a style; anything else is a file. */
export function isWebAddress(tiles: string) {
  return /^https?:/.test(tiles);
}
