/** Many short texts as one, in which a needle is found faster than in each. */
export type Haystack = {
  text: string;
  /** Where each line begins; one more than there are lines. */
  starts: Int32Array;
  /** Whose line it is. */
  owners: Int32Array;
};

/** @param lines each with its owner, who may have several. */
export function haystackOf(lines: { owner: number; line: string }[]): Haystack {
  const starts = new Int32Array(lines.length + 1);
  lines.forEach(({ line }, i) => (starts[i + 1] = starts[i]! + line.length + 1));
  return {
    text: lines.map(({ line }) => `${line}\n`).join(''),
    starts,
    owners: Int32Array.from(lines, ({ owner }) => owner),
  };
}

/** Letters to look for, and what the line must be like around them where they are not all. */
export type Needle = { letters: string; like?: RegExp };

/** Where in its line a needle was found; `begun` at its start and `partly` within it where the last syllable goes on: 자이 in 수자인. */
type Match = 'whole' | 'start' | 'within' | 'begun' | 'partly';
type Tell = (owner: number, match: Match) => void;

/** Looks for a needle at the beginnings of syllables, and tells the first match of each line. */
export function find(haystack: Haystack, { letters, like }: Needle, tell: Tell) {
  eachLine(
    haystack,
    letters,
    (text, at, start, end) => {
      if (like) {
        const from = text.slice(start, end).search(like);
        return from < 0 ? null : from === 0 ? 'start' : 'within';
      }
      while (at > start && text[at - 1] !== '.') {
        at = text.indexOf(letters, at + 1);
        if (at < 0 || at >= end) return null;
      }
      const after = at + letters.length;
      if (after < end && text[after] !== '.') return at > start ? 'partly' : 'begun';
      if (at > start) return 'within';
      return after >= end - 1 ? 'whole' : 'start';
    },
    tell,
  );
}

/** Looks for letters wherever they stand: in lines of 초성 each is the beginning of a syllable. */
export function findAnywhere(haystack: Haystack, letters: string, tell: Tell) {
  eachLine(haystack, letters, (_, at, start) => (at === start ? 'start' : 'within'), tell);
}

type Look = (text: string, at: number, start: number, end: number) => Match | null;

function eachLine({ text, starts, owners }: Haystack, letters: string, look: Look, tell: Tell) {
  for (let at = text.indexOf(letters); at >= 0;) {
    const line = lineAt(starts, at);
    const end = starts[line + 1]! - 1;
    const match = look(text, at, starts[line]!, end);
    if (match) tell(owners[line]!, match);
    at = text.indexOf(letters, end);
  }
}

/** The last line that begins at or before a place. */
function lineAt(starts: Int32Array, at: number) {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
