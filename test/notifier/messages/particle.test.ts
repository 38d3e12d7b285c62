import { expect, test } from 'vitest';
import { withParticle } from '../../../notifier/messages/particle.ts';

test.each([
  ['등대마을 첫째 단지', '을/를', '등대마을 첫째 단지를'],
  ['등대마을', '을/를', '등대마을을'],
  ['래미안(1단지)', '을/를', '래미안(1단지)를'],
  ['더샵 3', '을/를', '더샵 3을'],
  ['더샵 2', '을/를', '더샵 2를'],
  ['힐스테이트 A10', '이/가', '힐스테이트 A10이'],
  ['e편한세상 B1BL', '을/를', 'e편한세상 B1BL을'],
  ['자이 SK', '을/를', '자이 SK를'],
  ['푸르지오 "메인"', '와/과', '푸르지오 "메인"과'],
  ['1', '으로/로', '1로'],
  ['!!!', '을/를', '!!!를'],
  ['서울', '으로/로', '서울로'],
  ['부산', '으로/로', '부산으로'],
] as const)('%s with %s is %s', (word, particle, whole) => expect(withParticle(word, particle)).toBe(whole));
