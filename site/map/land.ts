import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';
import { regions } from '../../content/regions.ts';
import { clip } from './clip.ts';
import { areaOf, simplify, type Point } from './simplify.ts';
import type { Collection, Topology } from './topology.ts';

/** West, south, east, north of the ground that the moving map can show. */
const edges = [121, 31, 135, 41] as const;
const tolerance = 0.003;
/** Islands smaller than this are left out, in square degrees. */
const speck = 0.00002;
const korea = '410';

/**
 * Korea and its neighbours as GeoJSON, from Natural Earth at 1:10 million, and the 시도 as points with a `name`. `home` marks
 * the country that the site is about.
 */
export function landOf() {
  const file = fileURLToPath(import.meta.resolve('world-atlas/countries-10m.json'));
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const features = feature(topology, topology.objects['countries'] as Collection).features.flatMap(
    ({ id, geometry }) => {
      const polygons =
        geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates
            : [];
      const coordinates = polygons.flatMap((polygon) => {
        const rings = polygon.map((ring) => drawn(ring as Point[])).filter((ring) => areaOf(ring) > speck);
        return rings.length > 0 ? [rings] : [];
      });
      return coordinates.length === 0
        ? []
        : [{ type: 'Feature', properties: { home: id === korea }, geometry: { type: 'MultiPolygon', coordinates } }];
    },
  );
  return { type: 'FeatureCollection', features: [...features, ...names()] };
}

function names() {
  return regions.map(({ name, lat, lon }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }));
}

function drawn(ring: Point[]) {
  const inside = clip(ring.slice(0, -1), edges);
  if (inside.length < 3) return [];
  return simplify([...inside, inside[0]!], tolerance).map(([x, y]): Point => [
    Math.round(x * 1000) / 1000,
    Math.round(y * 1000) / 1000,
  ]);
}
