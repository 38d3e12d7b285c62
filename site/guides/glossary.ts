import type { Word } from '../../content/glossary/words.ts';

export type Initial = { letter: string; words: Word[] };

/** Words in 가나다 order, under the consonant that they begin with. */
export function byInitial(words: Word[]): Initial[] {
  const sorted = words.toSorted((a, b) => (said(a) < said(b) ? -1 : 1));
  return [...Map.groupBy(sorted, (word) => initialOf(said(word)))].map(([letter, those]) => ({ letter, words: those }));
}

function said({ word, sort }: Word) {
  return sort ?? word;
}

// Syllables stand in Unicode by consonant, 588 each; the double ones go with the single.
const consonants = 'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ';

function initialOf(text: string) {
  const letter = consonants[Math.floor((text.charCodeAt(0) - 0xac00) / 588)];
  if (!letter)
    throw new Error(`"${text}" does not begin with a Korean letter: say in content/glossary how it is read.`);
  return letter;
}
