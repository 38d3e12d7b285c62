import { kindNames, kinds } from '../../../db/kinds.ts';
import { haystackOf, type Haystack } from './haystack.ts';
import type { NoticesFile, WordsFile } from './index-file.ts';
import { initialsOf, lettersOf } from './letters.ts';
import { noticesOf, type Found } from './notices.ts';
import { companyAliases, plain, spoken } from './spell.ts';

/** Words that many notices share, and which ones: places, kinds, companies. */
type Group = { haystack: Haystack; members: number[][]; lists: List[] };

/** What the group's members have in common, and the address of the list of them all; null where there is none. */
export type List = { words: string; href: string } | null;

/** An index in which can be searched. */
export type Prepared = {
  file: NoticesFile;
  notices: Found[];
  /** The same, the newest first. */
  newest: Found[];
  names: Haystack;
  /** 초성 of the names, made when they are first looked for. */
  initials: () => Haystack;
  groups: Group[];
  /** Builders and developers; null until they are known. */
  companies: Group | null;
};

/** Prepares names, places and kinds. */
export function prepare(file: NoticesFile): Prepared {
  const notices = noticesOf(file);
  const lines = notices.flatMap(({ at: owner, name }) => linesOf(owner, name));
  return {
    file,
    notices,
    newest: notices.toSorted((a, b) => b.announced - a.announced || b.at - a.at),
    names: haystackOf(lines),
    initials: once(() => haystackOf(lines.map(({ owner, line }) => ({ owner, line: initialsOf(line) })))),
    groups: [places(file, notices), kindGroup(notices)],
    companies: null,
  };
}

/** The same with what else notices are found by. */
export function withWords(prepared: Prepared, file: WordsFile): Prepared {
  const { wards, companies: names, wardsOf, buildersOf, developersOf } = file;
  const towns = groupOf(
    wards.map((ward) => [ward]),
    [wardsOf],
    () => null,
  );
  const companies = groupOf(names.map(companyAliases), [buildersOf, developersOf], (words) => ({
    words,
    href: `/notices/?by=${encodeURIComponent(words)}`,
  }));
  return { ...prepared, groups: [...prepared.groups, towns, companies], companies };
}

/** A text as it is written, and as it is said where that is another. */
function linesOf(owner: number, text: string) {
  const written = plain(text);
  return [...new Set([written, spoken(written)])].map((each) => ({ owner, line: lettersOf(each) }));
}

function places({ provinces, units }: NoticesFile, notices: Found[]): Group {
  const names = new Map(provinces.map(([code, name, full]) => [code, [name, full]]));
  const words = [
    ...names.values(),
    ...units.map(([code, name]) => [name, ...names.get(code.slice(0, 2))!.map((province) => `${province} ${name}`)]),
  ];
  const codes = [...names.keys(), ...units.map(([code]) => code)];
  const at = new Map(codes.map((code, i) => [code, i]));
  const members: number[][] = codes.map(() => []);
  for (const { at: notice, place } of notices)
    if (place !== null) for (const code of new Set([place, place.slice(0, 2)])) members[at.get(code)!]!.push(notice);
  return {
    haystack: wordLines(words),
    members,
    lists: codes.map((code, i) => ({ words: words[i]![1]!, href: `/notices/?place=${code}` })),
  };
}

function kindGroup(notices: Found[]): Group {
  return {
    haystack: wordLines(kinds.map((kind) => kindNames[kind].split('·'))),
    members: kinds.map((kind) => notices.flatMap((notice) => (notice.kind === kind ? [notice.at] : []))),
    lists: kinds.map((kind) => ({ words: kindNames[kind], href: `/notices/kind/${kind}/` })),
  };
}

/** @param columns entries of the words by notice: `3.17`. */
function groupOf(words: string[][], columns: string[][], list: (word: string) => List): Group {
  const members: number[][] = words.map(() => []);
  for (const column of columns)
    column.forEach((entries, at) => {
      if (entries !== '') for (const entry of entries.split('.')) members[Number(entry)]!.push(at);
    });
  return { haystack: wordLines(words), members, lists: words.map(([word]) => list(word!)) };
}

function wordLines(words: string[][]) {
  return haystackOf(words.flatMap((its, i) => its.flatMap((word) => linesOf(i, word))));
}

function once<Value>(make: () => Value) {
  let made: Value | undefined;
  return () => (made ??= make());
}
