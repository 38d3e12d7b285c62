import type { Map as Drawing, LngLatLike, StyleSpecification } from 'maplibre-gl';
import type { Spot } from './groups.ts';
import { mapLibrary, type MapLibrary } from './library.ts';
import { keepItsColours, ownStyle } from './own-style.ts';

type At = [lon: number, lat: number];

/** The ground of the map and how one moves on it. */
export type Ground = Awaited<ReturnType<typeof drawGround>>;

const edges: [number, number, number, number] = [122, 32, 134, 40];

/**
 * Draws the ground in an element: our own land, an operator's PMTiles file, or a style of theirs.
 * @param bounds west, south, east, north of what it shows first, unless the address of the page says another place.
 * @throws an error called `NoPicture` where the browser has no WebGL.
 */
export async function drawGround(element: HTMLElement, bounds: string, tiles: string | undefined) {
  const library = await mapLibrary();
  const map = begin(library, element, bounds, await styleOf(library, tiles));
  map.addControl(new library.AttributionControl({ compact: false }));
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  await styled(map);
  if (!tiles) keepItsColours(map);
  const pins = document.createElement('div');
  pins.className = 'map-pins';
  map.getCanvasContainer().append(pins);

  return {
    pins,
    toScreen: (at: At): Spot => map.project(at),
    isSeen: ({ at }: { at: At }) => map.getBounds().contains(at),
    holds: ([lon, lat]: At) => lon > edges[0] && lat > edges[1] && lon < edges[2] && lat < edges[3],
    getZoom: () => map.getZoom(),
    getMaxZoom: () => map.getMaxZoom(),
    zoomBy: (steps: number) => void map.zoomTo(Math.round(map.getZoom() + steps)),
    zoomTo: (places: { at: At }[]) => {
      const [lon, lat] = [places.map(({ at }) => at[0]), places.map(({ at }) => at[1])];
      const corners: LngLatLike[] = [
        [Math.min(...lon), Math.min(...lat)],
        [Math.max(...lon), Math.max(...lat)],
      ];
      map.fitBounds(corners as [LngLatLike, LngLatLike], { padding: 60 });
    },
    goTo: (at: At) => void map.flyTo({ center: at, zoom: 10 }),
    onMove: (act: () => void) => void map.on('move', act),
    onRest: (act: () => void) => void map.on('moveend', act),
  };
}

function begin(library: MapLibrary, container: HTMLElement, bounds: string, style: StyleSpecification | string) {
  const [west, south, east, north] = bounds.split(',').map(Number) as [number, number, number, number];
  try {
    return new library.Map({
      container,
      style,
      bounds: [west, south, east, north],
      maxBounds: edges,
      maxZoom: 12,
      hash: 'map',
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      locale: { 'Map.Title': '청약지도. 화살표로 움직이고 더하기와 빼기로 확대하고 축소합니다.' },
    });
  } catch (cause) {
    throw Object.assign(new Error('This browser cannot draw the map.', { cause }), { name: 'NoPicture' });
  }
}

/** Waits until the style is there; one that cannot be read leaves nothing behind. */
async function styled(map: Drawing) {
  try {
    await new Promise<void>((ready, failed) => {
      map.once('style.load', () => ready());
      map.once('error', ({ error }) => failed(error));
    });
  } catch (problem) {
    map.remove();
    throw problem;
  }
}

async function styleOf(library: MapLibrary, tiles: string | undefined) {
  if (!tiles) return ownStyle();
  if (!tiles.endsWith('.pmtiles')) return tiles;
  const { tileStyle } = await import('./tile-style.ts');
  return tileStyle(library, new URL(tiles, location.href).href);
}
