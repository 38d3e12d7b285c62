import { expect, test } from 'vitest';
import { words } from '../../../content/glossary/words.ts';
import { byInitial } from '../../../site/guides/glossary.ts';

const word = (text: string, sort?: string) => ({
  slug: text,
  word: text,
  meaning: '',
  source: 'common' as const,
  ...(sort && { sort }),
});

test('words stand in 가나다 order under their first consonant, a double one under the single', () => {
  const groups = byInitial([word('평'), word('까치'), word('가점'), word('나무'), word('1순위', '일순위')]);
  expect(groups.map(({ letter, words: those }) => `${letter} ${those.map((each) => each.word).join(' ')}`)).toEqual([
    'ㄱ 가점 까치',
    'ㄴ 나무',
    'ㅇ 1순위',
    'ㅍ 평',
  ]);
});

test('a word whose reading is not known is refused', () => {
  expect(() => byInitial([word('△')])).toThrow('say in content/glossary how it is read');
});

test('all our words have a place', () => {
  expect(byInitial(words).flatMap((group) => group.words)).toHaveLength(words.length);
});
