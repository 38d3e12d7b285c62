import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import { palette } from './colours.ts';

/*
 * PNG with a palette of sixteen colours, four bits a dot: a third of what the drawing library writes. The compression is
 * JavaScript: Node's own gives other bytes on other processors.
 */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Keyword of the text that says what a picture was drawn from. */
const source = 'Source';

/** Writes dots (RGBA, an even number a row) as a PNG that carries `input`, a digest of what it was drawn from. */
export function pngOf(dots: Buffer, { width, height }: { width: number; height: number }, input: string) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 3, 0, 0, 0], 8); // four bits, a palette
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('tEXt', Buffer.from(`${source}\0${input}`, 'latin1')),
    chunk('IDAT', Buffer.from(zlibSync(rowsOf(dots, width, height), { level: 4 }))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What a PNG of ours says that it was drawn from; null for any other file. */
export function drawnFrom(png: Buffer): string | null {
  const at = png.indexOf(`tEXt${source}\0`, 0, 'latin1');
  if (!png.subarray(0, 8).equals(signature) || at < 0 || at > 128) return null;
  return png.toString('latin1', at + 5 + source.length, at + 4 + png.readUInt32BE(at - 4));
}

function chunk(name: string, data: Buffer) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Two dots a byte, each row after a byte that says that it is not filtered. Most pairs are the same as the one before. */
function rowsOf(dots: Buffer, width: number, height: number) {
  const whole = new Uint32Array(dots.buffer, dots.byteOffset, width * height);
  const row = 1 + width / 2;
  const rows = new Uint8Array(row * height);
  let [one, other, packed] = [0, 0, 0];
  for (let y = 0, dot = 0; y < height; y++)
    for (let x = 1; x < row; x++, dot += 2) {
      if (whole[dot] !== one || whole[dot + 1] !== other) {
        [one, other] = [whole[dot]!, whole[dot + 1]!];
        packed = (nearest[keyAt(dots, dot * 4)]! << 4) | nearest[keyAt(dots, dot * 4 + 4)]!;
      }
      rows[y * row + x] = packed;
    }
  return rows;
}

/** Five bits of each channel. */
function keyAt(dots: Buffer, at: number) {
  return ((dots[at]! >> 3) << 10) | ((dots[at + 1]! >> 3) << 5) | (dots[at + 2]! >> 3);
}

/** For every key the colour of the palette that comes nearest. */
const nearest = Uint8Array.from({ length: 1 << 15 }, (_, key) => {
  const colour = [key >> 10, (key >> 5) & 31, key & 31].map((bits) => (bits << 3) | 4);
  const distances = palette.map((own) => own.reduce((sum, value, i) => sum + (value - colour[i]!) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
});
