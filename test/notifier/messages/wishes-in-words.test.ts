import { expect, test } from 'vitest';
import { momentNames } from '../../../db/alert-pages.ts';
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
    ['공급 유형', '아파트, 무순위·잔여세대'],
    ['알릴 때', '접수 마감하는 날, 결과 공개'],
    ['보내는 방식', '소식이 있을 때마다 바로'],
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
    ['공급 유형', '모든 유형'],
    ['공고', '직접 고르신 공고'],
    ['알릴 때', Object.values(momentNames).join(', ')],
    ['보내는 방식', '하루에 한 번, 오전 8시에 모아서'],
    ['조용한 시간', '오후 10시부터 오전 7시까지'],
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
