import { describe, expect, test } from 'vitest';
import { complexName } from '../../../site/notice/complex-name.ts';

describe('a complex has one name', () => {
  test.each([
    ['래미안 원베일리', '래미안 원베일리(조합원 취소분)'],
    ['진위역 서희스타힐스 더 파크뷰', '진위역 서희스타힐스 더 파크뷰(3차)'],
    [
      '더샵 송도마리나베이 입주자모집공고 (조합원 자격상실세대 2회차)',
      '더샵 송도마리나베이(조합원 자격상실세대 3회차)',
    ],
    [
      '의왕초평 A-3블록 신혼희망타운(공공분양) 잔여세대 추가입주자모집공고',
      '의왕초평 A-3블록 신혼희망타운(공공분양) 잔여세대',
    ],
    ['제일풍경채 의왕고천(본청약)', '제일풍경채 의왕고천(사전청약)'],
    ['등대마을 무순위 3차', '등대마을 임의공급(2차)'],
    ['직산역서희스타힐스', '직산역 서희스타힐스(조합원 취소분)'],
    ['이천 서희스타힐스 SKY', '이천 서희스타힐스 sky'],
  ])('in %s and %s', (one, other) => {
    expect(complexName(one)).toBe(complexName(other));
  });
});

describe('two complexes have two', () => {
  test.each([
    ['힐스테이트 레이크 송도 3차', '힐스테이트 레이크 송도 4차'],
    ['산운마을 5단지', '산운마을 9단지'],
    ['수원당수 A-3블록', '수원당수 A-4블록'],
    ['화성동탄(A1BL)', '화성동탄(A2BL)'],
    ['해링턴 스퀘어(국민주택)', '해링턴 스퀘어(민영주택)'],
  ])('%s and %s', (one, other) => {
    expect(complexName(one)).not.toBe(complexName(other));
  });
});

test('a name of nothing else keeps what it has', () => {
  expect(complexName('무순위 3차')).toBe('무순위3차');
  expect(complexName('잔여세대')).toBe('잔여세대');
});
