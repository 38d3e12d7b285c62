import type { Sido } from '../../content/regions.ts';
import { mapSettings } from './settings.ts';
import { isWebAddress, tilesFile } from './tiles-setting.ts';

/** West, south, east, north. */
export type Bounds = [number, number, number, number];

export const koreaBounds: Bounds = [125.9, 33.1, 129.7, 38.6];

/** Where the moving map gets an operator's tiles or style from; undefined for our own land. */
export const tilesAddress = addressOf(mapSettings.MAP_TILES);

function addressOf(tiles: string | undefined) {
  return tiles && !isWebAddress(tiles) ? `/map/${tilesFile}` : tiles;
}

/** What shows the middles of all 시군구 of a 시도, with some room around. */
export function boundsOf({ sigungu }: Sido): Bounds {
  const room = 0.15;
  const [lat, lon] = [sigungu.map((unit) => unit.lat), sigungu.map((unit) => unit.lon)];
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return [
    round(Math.min(...lon) - room),
    round(Math.min(...lat) - room),
    round(Math.max(...lon) + room),
    round(Math.max(...lat) + room),
  ];
}
