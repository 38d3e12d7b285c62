import type { Map as Drawing, StyleSpecification } from 'maplibre-gl';

/** What of the ground takes which colour of the site. */
const colours = [
  ['sea', 'background-color', '--quiet-ground'],
  ['land', 'fill-color', '--ground-quiet'],
  ['home', 'fill-color', '--ground'],
  ['coast', 'line-color', '--line-strong'],
  ['names', 'text-color', '--text-quiet'],
] as const;

type FiveColours = [string, string, string, string, string];

/** Our own ground: Korea and its neighbours from /map/land.json, in the colours of the site. No letters come from elsewhere. */
export function ownStyle(): StyleSpecification {
  const [sea, land, home, coast, names] = colours.map(([, , name]) => colourOf(name)) as FiveColours;
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: new URL('/map/land.json', location.href).href, attribution: '지도 Natural Earth' },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': land } },
      {
        id: 'home',
        type: 'fill',
        source: 'land',
        filter: ['==', ['get', 'home'], true],
        paint: { 'fill-color': home },
      },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': coast, 'line-width': 0.8 } },
      {
        id: 'names',
        type: 'symbol',
        source: 'land',
        filter: ['has', 'name'],
        layout: { 'text-field': ['get', 'name'], 'text-size': 13 },
        paint: { 'text-color': names },
      },
    ],
  };
}

/** Paints the ground anew when light and dark change, on the device or by choice of the reader. */
export function keepItsColours(map: Drawing) {
  const paint = () => {
    for (const [layer, property, name] of colours) map.setPaintProperty(layer, property, colourOf(name));
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
  new MutationObserver(paint).observe(document.documentElement, { attributes: true });
}

/** A colour of the site as it is now. What a name holds may itself say "light or dark": only a painted thing knows which. */
export function colourOf(name: string) {
  const swatch = document.createElement('i');
  swatch.style.color = `var(${name})`;
  document.body.append(swatch);
  const { color } = getComputedStyle(swatch);
  swatch.remove();
  return color;
}
