import type { Needle } from './haystack.ts';
import { lettersOf, syllable } from './letters.ts';
import { completed, plain, spoken } from './spell.ts';

/** A query, ready to be looked for. */
export type Query = {
  /** Ways in which the text may stand. */
  needles: Needle[];
  /** Its 초성 where it has no more than these: ㅎㅅㅌㅇㅌ. */
  initials: string | null;
};

/** Reads what was typed: whole syllables, one that is half typed, 초성, or 초성 among syllables. */
export function readQuery(typed: string): Query {
  const text = plain(typed);
  const ways = [...new Set([text, spoken(text), completed(text) ?? text])];
  return { needles: ways.flatMap(needlesOf), initials: initialsIn(text) };
}

/** Needles for a slip of the finger, in which one syllable may be another, two, or none; none for a short text. */
export function nearNeedles(typed: string): Needle[] {
  const syllables = Array.from(spoken(plain(typed)).replaceAll(' ', ''));
  if (syllables.length < 4) return [];
  return syllables.map((_, gap) => {
    const [before, after] = [lettersOf(syllables.slice(0, gap).join('')), lettersOf(syllables.slice(gap + 1).join(''))];
    return {
      letters: before.length > after.length ? before : after,
      like: new RegExp(`(?<![^.])${before}(?:[^.]+\\.){0,2}${after}`),
    };
  });
}

const lone = /[ㄱ-ㅎ]/;

function needlesOf(text: string): Needle[] {
  const chars = Array.from(text.replaceAll(' ', ''));
  if (chars.length === 0) return [];
  const last = chars.at(-1)!;
  const before = chars.slice(0, -1);
  if (before.some((char) => lone.test(char))) return mixed(chars);
  if (before.length === 0 && lone.test(last)) return [];
  const head = lettersOf(before.join(''));
  const own = syllable(last);
  // The last consonant of 힐스텡 may be the first of what comes next: 힐스테이.
  const moved = /[가-힣]/.test(last) && /[ㄱ-ㅎ]$/.test(own) ? [`${own.slice(0, -1)}.${own.at(-1)!}`] : [];
  return [own, ...moved].map((end) => ({ letters: head + end }));
}

/** 힐스ㅌㅇㅌ: the longest run of syllables is looked for, and the rest held against its line. */
function mixed(chars: string[]): Needle[] {
  const runs = chars.join('').split(/[ㄱ-ㅎ]+/);
  const longest = runs.reduce((a, b) => (b.length > a.length ? b : a));
  if (longest === '') return [];
  const like = chars.map((char) =>
    lone.test(char) ? syllable(char).replace(/./g, '$&[^.]*\\.') : `${syllable(char)}\\.`,
  );
  // The last may be half typed.
  return [
    {
      letters: lettersOf(longest).slice(0, -1),
      like: new RegExp(`(?<![^.])${like.join('').replace(/(?:\[\^\.\]\*)?\\\.$/, '')}`),
    },
  ];
}

function initialsIn(text: string) {
  const bare = text.replaceAll(' ', '');
  return lone.test(bare) && !/[^ㄱ-ㅎ\da-z]/.test(bare) ? Array.from(bare, syllable).join('') : null;
}
