import { createReadStream } from 'node:fs';

const longest = 1 << 20;

/** The lines of a UTF-8 file, a byte-order mark left out. A line over 1 MB comes cut, so that no file can fill the memory. */
export async function* linesOf(path: string): AsyncGenerator<{ text: string; tooLong: boolean }> {
  let text = '';
  let tooLong = false;
  const add = (piece: string) => {
    tooLong ||= text.length + piece.length > longest;
    text = (text + piece).slice(0, longest);
  };
  let start = true;
  for await (const chunk of createReadStream(path, {
    encoding: 'utf8',
    highWaterMark: 1 << 18,
  }) as AsyncIterable<string>) {
    const pieces = (start ? chunk.replace(/^\uFEFF/, '') : chunk).split('\n');
    start = false;
    for (const piece of pieces.slice(0, -1)) {
      add(piece);
      yield { text, tooLong };
      text = '';
      tooLong = false;
    }
    add(pieces.at(-1)!);
  }
  if (text !== '') yield { text, tooLong };
}
