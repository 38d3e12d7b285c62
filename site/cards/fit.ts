/** Sizes of a name, the largest first. */
const sizes = [84, 72, 60, 52];

/** A name on at most two lines, as large as it fits; one that is too long for the smallest size ends in an ellipsis. */
export function fitted(name: string, room: number): { lines: string[]; size: number } {
  const words = name.trim().split(/\s+/);
  for (const size of sizes) {
    const lines = wrapped(words, room / size);
    if (lines.length <= 2) return { lines, size };
  }
  const size = sizes.at(-1)!;
  const [first = '', ...rest] = wrapped(words, room / size);
  return { lines: [first, shortened(rest.join(' '), room / size)], size };
}

/** Width of a text in the height of its letters: never less than what Gothic A1 Bold takes. */
export function widthOf(text: string) {
  return Array.from(text, letterWidth).reduce((sum, width) => sum + width, 0);
}

function letterWidth(letter: string) {
  if (letter === ' ') return 0.25;
  if (/[MW@%mw~…]/.test(letter)) return 1.02;
  if (/[A-Z]/.test(letter)) return 0.78;
  if (/[a-z0-9]/.test(letter)) return 0.62;
  if (/[!-~·]/.test(letter)) return 0.6;
  return /\p{Script=Hangul}/u.test(letter) ? 1 : 1.15;
}

/** Lines of whole words; a word that is longer than a line is divided. */
function wrapped(words: string[], width: number) {
  const lines: string[] = [];
  for (const part of words.flatMap((word) => divided(word, width))) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${part}` : part;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

function divided(word: string, width: number): string[] {
  const head = headOf(word, width);
  return head.length === word.length ? [word] : [head, ...divided(word.slice(head.length), width)];
}

function shortened(text: string, width: number) {
  return widthOf(text) <= width ? text : `${headOf(text, width - letterWidth('…')).trimEnd()}…`;
}

/** As many letters of a text as there is room for, one at least. */
function headOf(text: string, width: number) {
  let head = '';
  for (const letter of text) {
    if (head !== '' && widthOf(head + letter) > width) break;
    head += letter;
  }
  return head;
}
