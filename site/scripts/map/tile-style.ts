import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { PMTiles, Protocol, TileType } from 'pmtiles';
import type { MapLibrary } from './library.ts';
import { colourOf } from './own-style.ts';

/**
 * A style for an operator's PMTiles file: pictures as they are; vector tiles by the layers of the Protomaps basemap (`earth`,
 * `water`, `roads`, `boundaries`, `places`) in the colours of the site, names drawn with the letters of the device.
 */
export async function tileStyle(library: MapLibrary, address: string): Promise<StyleSpecification> {
  const protocol = new Protocol({ metadata: true });
  const file = new PMTiles(address);
  protocol.add(file);
  library.addProtocol('pmtiles', protocol.tile);
  const { tileType } = await file.getHeader();
  const vector = tileType === TileType.Mvt;
  return {
    version: 8,
    sources: {
      tiles: { type: vector ? 'vector' : 'raster', url: `pmtiles://${address}`, ...(!vector && { tileSize: 256 }) },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colourOf('--quiet-ground') } },
      ...(vector
        ? vectorLayers()
        : [{ id: 'pictures', type: 'raster', source: 'tiles', paint: { 'raster-fade-duration': 0 } } as const]),
    ],
  };
}

function vectorLayers(): LayerSpecification[] {
  const layerOf = (layer: string) => ({ id: layer, source: 'tiles', 'source-layer': layer });
  const quiet = colourOf('--quiet-ground');
  return [
    { ...layerOf('earth'), type: 'fill', paint: { 'fill-color': colourOf('--ground') } },
    { ...layerOf('water'), type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': quiet } },
    { ...layerOf('roads'), type: 'line', paint: { 'line-color': colourOf('--line'), 'line-width': 1 } },
    { ...layerOf('boundaries'), type: 'line', paint: { 'line-color': colourOf('--line-strong'), 'line-width': 0.6 } },
    {
      ...layerOf('places'),
      type: 'symbol',
      layout: { 'text-field': ['coalesce', ['get', 'name:ko'], ['get', 'name']], 'text-size': 12 },
      paint: {
        'text-color': colourOf('--text-quiet'),
        'text-halo-color': colourOf('--ground'),
        'text-halo-width': 1.5,
      },
    },
  ];
}
