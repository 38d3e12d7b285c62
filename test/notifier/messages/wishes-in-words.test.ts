import { expect, test } from 'vitest';
import { kinds } from '../../../db/kinds.ts';
import { moments, type Wishes } from '../../../db/subscribers/wishes.ts';
import { regions } from '../../../content/regions.ts';
import { wishesInWords } from '../../../notifier/messages/wishes-in-words.ts';

const wishes: Wishes = {
  places: ['11680', '26'],
  kinds: ['apt', 'remainder'],
  notices: [],
  moments: ['results', 'closes-today'],
  digestAt: null,
  quiet: null,
};

test('wishes are said in our own words, in the order of the form', () => {
  expect(wishesInWords(wishes)).toEqual([
    ['지역', '서울 강남구, 부산'],
    ['종류', '아파트, 무순위·잔여세대'],
    ['알릴 때', '접수 마감, 결과 공개'],
    ['받는 방식', '소식마다 바로'],
  ]);
  expect(
    wishesInWords({
      places: ['all', '11'],
      kinds: [...kinds],
      notices: ['2026000001'],
      moments: [...moments],
      digestAt: 8,
      quiet: { from: 22, to: 7 },
    }),
  ).toEqual([
    ['지역', '전국'],
    ['종류', '모든 종류'],
    ['공고', '직접 고르신 공고'],
    ['알릴 때', '새 공고, 정정, 접수 전날, 접수 시작, 접수 마감, 당첨자 발표, 결과 공개'],
    ['받는 방식', '하루에 한 번, 8시에 모아서'],
    ['조용한 시간', '22시부터 7시까지'],
  ]);
});

test('nothing that somebody could have made up is repeated', () => {
  const made = { ...wishes, places: ['<b>', '99', '11680'], notices: ['0212345678', '<script>'] };
  const text = JSON.stringify(wishesInWords(made));
  expect(text).toContain('서울 강남구');
  for (const word of ['<b>', '99', '0212345678', 'script']) expect(text).not.toContain(word);
});

test('who chose half the country reads the first of it', () => {
  const places = regions.flatMap(({ sigungu }) => sigungu.map(({ code }) => code));
  const said = wishesInWords({ ...wishes, places })[0]![1];
  expect(said.split(', ')).toHaveLength(10);
  expect(said).toMatch(/그 밖에 고르신 곳$/);
});
