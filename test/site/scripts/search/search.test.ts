import { describe, expect, test } from 'vitest';
import type { NoticesFile, WordsFile } from '../../../../site/scripts/search/index-file.ts';
import { listsNamed } from '../../../../site/scripts/search/lists.ts';
import { prepare, withWords } from '../../../../site/scripts/search/prepare.ts';
import { search } from '../../../../site/scripts/search/search.ts';

const today = 20_000;
const names = [
  '힐스테이트 등대',
  '등대 힐스테이트 2차',
  'e편한세상 항구',
  '항구 SK VIEW',
  '등대자이 더 스카이',
  '더샵 바다마을',
  '바다마을 수자인',
  '항구 국민임대주택',
  '바다마을',
];

const file: NoticesFile = {
  format: 1,
  hours: { opens: '09:00', closes: '17:30' },
  provinces: [
    ['11', '서울', '서울특별시'],
    ['41', '경기', '경기도'],
  ],
  units: [
    ['11680', '강남구'],
    ['41110', '수원시'],
  ],
  ids: [2025000001, ...Array.from({ length: names.length - 1 }, () => 1)],
  names,
  places: [1, 2, 2, 1, 1, 2, -1, 0, 2],
  kinds: '000001000',
  announced: [today - 100, ...Array.from({ length: names.length - 1 }, () => 1)],
  opens: names.map(() => 10),
  // The first of all is the only one that can still be applied for.
  closes: names.map((_, i) => (i === 0 ? 200 : 2)),
  extended: {},
  taking: {},
  printed: { 4: '2025999999' },
};
const words: WordsFile = {
  format: 1,
  wards: ['영통구', '개포동'],
  companies: ['한국토지주택공사', '포스코이앤씨', '지에스건설'],
  wardsOf: ['1', '0', '', '', '', '', '', '', ''],
  buildersOf: ['', '', '', '', '2', '1', '', '', ''],
  developersOf: ['', '', '', '', '', '', '', '0', ''],
};
const index = withWords(prepare(file), words);
const found = (typed: string) => search(index, typed, today).hits.map(({ name }) => name);

describe('finds', () => {
  test.each([
    ['a name without its blanks', '힐스테이트등대', '힐스테이트 등대'],
    ['a name with blanks that it has not', '바다 마을', '바다마을'],
    ['a syllable half typed', '힐스테ㅇ', '힐스테이트 등대'],
    ['a last consonant that begins the next syllable', '힐스텡', '힐스테이트 등대'],
    ['초성', 'ㅎㅅㅌㅇㅌ', '힐스테이트 등대'],
    ['초성 of several words', 'ㄷㄷㅈㅇ', '등대자이 더 스카이'],
    ['초성 after syllables', '등대ㅈㅇ', '등대자이 더 스카이'],
    ['a brand in Korean for Latin letters', '이편한', 'e편한세상 항구'],
    ['a brand in Latin letters for Korean', 'the sharp', '더샵 바다마을'],
    ['a brand in Latin letters that is not typed to its end', '등대 hillst', '힐스테이트 등대'],
    ['letters as they are said', '에스케이뷰', '항구 SK VIEW'],
    ['ㅔ for ㅐ', '힐스태이트', '힐스테이트 등대'],
    ['a province', '서울', '힐스테이트 등대'],
    ['a province with its 시군구', '경기도 수원', '더샵 바다마을'],
    ['a 일반구', '영통구', '등대 힐스테이트 2차'],
    ['a 동', '개포동 힐스', '힐스테이트 등대'],
    ['a builder', 'GS건설', '등대자이 더 스카이'],
    ['a builder by its former name', '포스코건설', '더샵 바다마을'],
    ['a developer by its sign', 'lh', '항구 국민임대주택'],
    ['a kind', '임대 항구', '항구 국민임대주택'],
    ['the number of a notice', '2025000003', 'e편한세상 항구'],
    ['the printed number, where it is another', '2025999999', '등대자이 더 스카이'],
    ['two words written as one, in another order', '수원바다마을', '바다마을'],
  ])('%s: %s', (_, typed, name) => {
    expect(found(typed)).toContain(name);
  });

  test('what the keys would have written on the other keyboard, and says so', () => {
    expect(search(index, 'glftmxpdlxm', today)).toMatchObject({ instead: { words: '힐스테이트' } });
    expect(search(index, 'GLFTMXPDLXM', today).hits[0]?.name).toBe('힐스테이트 등대');
    expect(search(index, 'ㅣㅗ', today).instead).toEqual({ words: 'lh' });
  });

  test('a name in which one syllable slipped, and says so', () => {
    expect(search(index, '힐스데이트', today)).toMatchObject({ instead: { near: true } });
    expect(found('힐스데이트')).toContain('힐스테이트 등대');
    expect(found('힐스이트')).toContain('힐스테이트 등대');
  });

  test('nothing for nothing, nor for what nobody is called', () => {
    expect(found('')).toEqual([]);
    expect(found('   !')).toEqual([]);
    expect(found('그런이름없다')).toEqual([]);
    expect(found('()[]*+?.\\')).toEqual([]);
  });
});

describe('puts in order', () => {
  test('the name itself, then what begins so, then what has it within', () => {
    expect(found('바다마을')).toEqual(['바다마을', '바다마을 수자인', '더샵 바다마을']);
  });

  test('a whole syllable before one that goes on', () => {
    expect(found('자이')).toEqual(['등대자이 더 스카이', '바다마을 수자인']);
  });

  test('what can still be applied for, then the newest, among equals', () => {
    expect(found('ㄷㄷ')).toEqual(['등대자이 더 스카이', '등대 힐스테이트 2차', '힐스테이트 등대']);
    expect(found('강남구')[0]).toBe('힐스테이트 등대');
    expect(found('강남구').slice(1)).toEqual(['등대자이 더 스카이', '항구 SK VIEW']);
  });
});

test('names are found before the other words have come', () => {
  const early = prepare(file);
  expect(search(early, '힐스테이트', today).hits).toHaveLength(2);
  expect(search(early, '영통구', today).hits).toEqual([]);
});

test('a place or company that is named is offered with all that it has', () => {
  expect(listsNamed(index, '수원', 3)).toEqual([{ words: '경기 수원시', href: '/notices/?place=41110', count: 4 }]);
  expect(listsNamed(index, '없음', 3)).toEqual([]);
});
