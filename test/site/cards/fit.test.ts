import { expect, test } from 'vitest';
import { cardSvg } from '../../../site/cards/card-svg.ts';
import { draw } from '../../../site/cards/draw.ts';
import { fitted, widthOf } from '../../../site/cards/fit.ts';

const room = 930;

test('a short name is large and on one line', () => {
  expect(fitted('등대마을', room)).toEqual({ lines: ['등대마을'], size: 84 });
});

test('a longer name is divided between words, then made smaller', () => {
  expect(fitted('양주 옥정신도시 등대마을 첫째', room)).toEqual({
    lines: ['양주 옥정신도시', '등대마을 첫째'],
    size: 84,
  });
  expect(fitted('성남복정1 A2블록 신혼희망타운(공공분양) 잔여세대', room).size).toBeLessThan(84);
});

test.each([
  '성남복정1 A2블록 신혼희망타운(공공분양) 잔여세대 입주자모집공고 그리고 더 많은 이름이 이어집니다',
  '띄어쓰기가하나도없는아주긴이름이화면을넘치는지보려고계속이어서적어봅니다계속이어서적어봅니다',
  'THE ATHEON WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
])('a name that is too long ends in an ellipsis, and stays within its room: %s', (name) => {
  const { lines, size } = fitted(name, room);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(room);
});

test('names that would break the drawing are drawn', async () => {
  const words = { above: '경기', below: ['접수'], example: true };
  for (const name of ['<script> & "따옴표"', '깨진 \uD800 글자 \uFFFE', '漢字 단지 🏠', ' '])
    expect((await draw(cardSvg({ ...words, name }))).length).toBeGreaterThan(5_000);
});
