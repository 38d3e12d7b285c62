import { beam, lamp, night, quiet, white } from './colours.ts';
import { fitted, widthOf } from './fit.ts';

/** What is written on a picture: a line above the name, the name on one or two lines, lines below it. */
export type CardWords = { above: string; name: string; below: string[]; example: boolean };

export const size = { width: 1200, height: 630 };
export const family = 'Gothic A1';

const left = 72;
/** Room for text beside the tower. */
const room = 930;

/** The drawing of a picture, 1200 × 630. The same words give the same text. */
export function cardSvg({ above, name, below, example }: CardWords) {
  const { lines, size: large } = fitted(name, room);
  const top = 130;
  const middle = top + 40 + large;
  const after = middle + (lines.length - 1) * large * 1.22 + 100;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
<path fill="${night}" d="M0 0h1200v630H0z"/>
<path fill="${beam}" d="M1062 178L0 330v340z"/>
<path fill="${white}" d="M1026 232h72l34 398h-140zM1006 210h112v26h-112zM1024 140l38-44 38 44z"/>
<path fill="${lamp}" d="M1034 142h56v68h-56z"/>
<g font-family="${family}" font-weight="700">
${text(left, top, 40, lamp, above)}
${lines.map((line, i) => text(left, middle + i * large * 1.22, large, white, line)).join('\n')}
${below.map((line, i) => text(left, after + i * 60, 44, quiet, line)).join('\n')}
${text(left, 574, 36, white, '청약등대 · 비공식 안내')}${example ? exampleMark() : ''}
</g>
</svg>`;
}

/** Says at the end of the lowest line that nothing of it is real. */
function exampleMark() {
  const words = '예시 데이터';
  const width = Math.ceil(widthOf(words) * 36) + 40;
  const at = left + Math.ceil(widthOf('청약등대 · 비공식 안내') * 36) + 28;
  return `\n<path fill="${lamp}" d="M${at} 532h${width}v58h-${width}z"/>${text(at + 20, 574, 36, night, words)}`;
}

function text(x: number, y: number, height: number, colour: string, words: string) {
  const fitting = Math.min(height, Math.floor(room / widthOf(words)));
  return `<text x="${x}" y="${Math.round(y)}" font-size="${fitting}" fill="${colour}">${safe(words)}</text>`;
}

/** Text that can stand in XML: what is no letter, digit, sign or blank becomes a blank. */
function safe(words: string) {
  return words
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}
