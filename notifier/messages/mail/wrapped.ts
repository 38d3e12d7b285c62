const most = 78;

/** A paragraph in lines of at most 78 columns, a Korean letter taking two; a longer word stays whole. */
export function wrapped(paragraph: string) {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && columns(longer) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}

/** Columns that a line takes in letters of one width. */
export function columns(line: string) {
  let count = 0;
  for (const letter of line) count += letter >= '\u1100' ? 2 : 1;
  return count;
}
