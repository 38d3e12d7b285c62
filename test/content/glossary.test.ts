import { expect, test } from 'vitest';
import { words } from '../../content/glossary/words.ts';
import { sources } from '../../content/rules/sources.ts';

test('slugs are unique and can stand in an address', () => {
  expect(new Set(words.map(({ slug }) => slug)).size).toBe(words.length);
  expect(words.filter(({ slug }) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
  expect(new Set(words.map(({ word }) => word)).size).toBe(words.length);
});

test('the words that other pages lead to are there', () => {
  const slugs = words.map(({ slug }) => slug);
  expect(slugs).toEqual(
    expect.arrayContaining(
      [
        'tuugi jojeong bunsangje jeongbi gonggong-jutaek-jigu daegyumo-taekji sudogwon-minyeong',
        'gonggong-jutaek-teukbyeolbeop teukbyeol-gonggeup ilsunwi isunwi haedang-jiyeok gita-jiyeok musunwi imui-gonggeup',
        'jaegonggeup gajeom dangcheomja gyeongjaengnyul jeonyong-myeonjeok gonggeup-myeonjeok pyeong gyeyak iju-yejeong',
        'mijallyang samgak ipjuja-mojip-gonggo yebi-dangcheomja cheongyak-tongjang mujutaek sedaeju jeonmae-jehan',
        'jaedangcheom-jehan geoju-uimu',
      ]
        .join(' ')
        .split(' '),
    ),
  );
});

test('a word is explained in one to three sentences that end as our sentences do', () => {
  const wrong = words.filter(({ meaning }) => {
    const sentences = meaning.split(/(?<=\.) /);
    return sentences.length > 3 || sentences.some((each) => !each.endsWith('다.'));
  });
  expect(wrong.map(({ word }) => word)).toEqual([]);
});

test('a word of which only hearsay is known says what to check', () => {
  expect(words.filter(({ source, check }) => source === 'common' && !check)).toEqual([]);
  expect(words.filter(({ check }) => check !== undefined && !check.endsWith('확인하세요'))).toEqual([]);
});

test('every source is a page that can be visited, seen on a day', () => {
  for (const { url, seenOn } of Object.values(sources)) {
    expect(new URL(url).protocol).toBe('https:');
    expect(seenOn).toMatch(/^2026-11-\d\d$/);
  }
});
