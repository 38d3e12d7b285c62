import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';
import { find, findAnywhere } from './haystack.ts';
import { nearNeedles, readQuery } from './needles.ts';
import type { Prepared } from './prepare.ts';
import { isCurrent } from './state.ts';
import { plain } from './spell.ts';
import type { Found } from './notices.ts';

export type Answer = {
  hits: Found[];
  /** What was looked for instead of what was typed, and found nothing: the other keyboard's text, or another syllable. */
  instead: { words: string } | { near: true } | null;
};

/** The lower the better. */
const ranks = { whole: 0, start: 1, within: 2, begun: 3, partly: 3, words: 4, initials: 5, withinInitials: 6, none: 9 };

/**
 * Notices that a query finds, best first: the name itself, one that begins so, one that has it within, or whose place, builder,
 * developer or number it is; then words of all of these together, then 초성. Among equals current ones lead, then newer ones.
 */
export function search(prepared: Prepared, typed: string, today: number): Answer {
  const hits = (text: string) => inOrder(prepared, ranked(prepared, text), today);
  const own = hits(typed);
  if (own.length > 0 || plain(typed) === '') return { hits: own, instead: null };
  for (const words of otherKeyboard(typed)) {
    const found = hits(words);
    if (found.length > 0) return { hits: found, instead: { words } };
  }
  const split = inOrder(prepared, splits(prepared, plain(typed)), today);
  if (split.length > 0) return { hits: split, instead: null };
  const near = new Uint8Array(prepared.notices.length).fill(ranks.none);
  for (const needle of nearNeedles(typed)) find(prepared.names, needle, (owner) => (near[owner] = ranks.within));
  return { hits: inOrder(prepared, near, today), instead: { near: true } };
}

/** What the keys would have written on the other keyboard: 힐스테이트 for `glftmxpdlxm`, `lh` for ㅣㅗ. */
function otherKeyboard(typed: string) {
  const text = typed.trim();
  const lower = text.toLowerCase();
  const others = /[a-z]/i.test(text)
    ? [convertQwertyToHangul(text), convertQwertyToHangul(lower)]
    : [convertHangulToQwerty(text)];
  return [...new Set(others)].filter((each) => each !== text);
}

/** Those that were found, by their rank, current ones first within it; `newest` has them in order already. */
function inOrder({ newest }: Prepared, best: Uint8Array, today: number) {
  const parts: Found[][] = Array.from({ length: ranks.none * 2 }, () => []);
  for (const notice of newest) {
    const rank = best[notice.at]!;
    if (rank < ranks.none) parts[rank * 2 + (isCurrent(notice, today) ? 0 : 1)]!.push(notice);
  }
  return parts.flat();
}

function ranked(prepared: Prepared, typed: string) {
  const best = new Uint8Array(prepared.notices.length).fill(ranks.none);
  const better = (at: number, rank: number) => {
    if (rank < best[at]!) best[at] = rank;
  };
  rankNames(prepared, typed, better);
  const words = plain(typed).split(' ');
  if (words[0] !== '') {
    // A word alone has been looked for in the names already.
    const alone = words.length === 1;
    for (const at of holdingAll(prepared, words, alone)) better(at, alone ? ranks.within : ranks.words);
  }
  return best;
}

function rankNames({ names, initials }: Prepared, typed: string, better: (at: number, rank: number) => void) {
  const query = readQuery(typed);
  for (const needle of query.needles)
    find(names, needle, (at, match) => better(at, needle.like ? ranks.initials : ranks[match]));
  if (query.initials !== null)
    findAnywhere(initials(), query.initials, (at, match) =>
      better(at, match === 'within' ? ranks.withinInitials : ranks.initials),
    );
}

/** Places in the columns of the notices that have every word somewhere. */
function holdingAll(prepared: Prepared, words: string[], groupsAlone = false) {
  const counts = new Uint8Array(prepared.notices.length);
  for (const [nth, word] of words.entries()) {
    let some = false;
    const tell = (at: number) => {
      if (counts[at] !== nth) return;
      counts[at] = nth + 1;
      some = true;
    };
    holding(prepared, word, tell, groupsAlone);
    if (!some) return [];
  }
  return prepared.notices.flatMap(({ at }) => (counts[at] === words.length ? [at] : []));
}

/** Tells the notices that have a word in their name, place, builder, developer, number or kind. */
function holding(prepared: Prepared, word: string, tell: (at: number) => void, groupsAlone: boolean) {
  const { needles, initials } = readQuery(word);
  for (const needle of needles) {
    if (!groupsAlone) find(prepared.names, needle, tell);
    for (const { haystack, members } of prepared.groups)
      find(haystack, needle, (group, match) => {
        if (match !== 'within' && match !== 'partly') members[group]!.forEach(tell);
      });
  }
  if (initials !== null && !groupsAlone) findAnywhere(prepared.initials(), initials, tell);
  if (!/^\d{4,}$/.test(word)) return;
  for (const { at, id } of prepared.notices)
    if (id.startsWith(word) || prepared.file.printed[at]?.startsWith(word)) tell(at);
}

/** Two words written as one, in any order: 수원힐스테이트 for 힐스테이트 수원. */
function splits(prepared: Prepared, text: string) {
  const best = new Uint8Array(prepared.notices.length).fill(ranks.none);
  const bare = text.replaceAll(' ', '');
  for (let at = 2; at <= bare.length - 2 && bare.length <= 24; at++)
    for (const each of holdingAll(prepared, [bare.slice(0, at), bare.slice(at)])) best[each] = ranks.words;
  return best;
}
