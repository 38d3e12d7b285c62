import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { family, size } from './card-svg.ts';
import { palette } from './colours.ts';
import { pngOf } from './png.ts';

const require = createRequire(import.meta.url);
const font = require.resolve('@expo-google-fonts/gothic-a1/700Bold/GothicA1_700Bold.ttf');
/** No font of the machine: every machine draws the same. */
const options = { font: { loadSystemFonts: false, fontFiles: [font], defaultFontFamily: family } };

/** Draws an SVG of 1200 × 630 as a PNG that says what it was drawn from. The drawing itself runs beside the program. */
export async function draw(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, options);
  return pngOf(image.pixels, size, inputDigest(svg));
}

/** A digest of all that a picture is drawn from: its SVG, the font, the colours, and the release of the library that draws. */
export function inputDigest(svg: string) {
  means ??= [
    digest(readFileSync(font)),
    JSON.stringify(palette),
    readFileSync(require.resolve('@resvg/resvg-js/package.json')),
  ].join();
  return digest(`${means} ${svg}`);
}

let means: string | undefined;

function digest(input: string | Buffer) {
  return createHash('sha256').update(input).digest('hex');
}
