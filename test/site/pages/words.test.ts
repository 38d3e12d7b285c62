import { describe, expect, test } from 'vitest';
import { exclusiveAreaOf, pyeong, squareMetres, typeName } from '../../../site/words/areas.ts';
import { atInstant, dayWords, inMonth, monthsWords, period } from '../../../site/words/days.ts';
import { grouped, households, won, wonRange } from '../../../site/words/numbers.ts';
import { phone } from '../../../site/words/phone.ts';
import { placeLinks, placeWords } from '../../../site/words/places.ts';
import { webLink } from '../../../site/words/web-link.ts';

describe('days', () => {
  test.each([
    ['2026-11-22', '2026', '11월 22일(일)'],
    ['2027-01-04', '2026', '2027년 1월 4일(월)'],
    ['2024-02-29', undefined, '2024년 2월 29일(목)'],
  ])('%s in the surroundings of %s is %s', (day, year, words) => {
    expect(dayWords(day, year)).toBe(words);
  });

  test.each([
    ['2025-07-14', '2025-07-14', ['7월 14일(월)']],
    ['2025-07-14', '2025-07-18', ['7월 14일(월)', '~ 18일(금)']],
    ['2025-07-31', '2025-08-01', ['7월 31일(목)', '~ 8월 1일(금)']],
    ['2025-12-30', '2026-01-02', ['12월 30일(화)', '~ 2026년 1월 2일(금)']],
  ])('a period from %s to %s repeats nothing', (from, to, words) => {
    expect(period(from, to, '2025').map((when) => when.words)).toEqual(words);
    expect(period(from, to, '2025').at(-1)?.datetime).toBe(to);
  });

  test('a period of another year says so once', () => {
    expect(period('2026-01-02', '2026-02-03', '2025').map(({ words }) => words)).toEqual([
      '2026년 1월 2일(금)',
      '~ 2월 3일(화)',
    ]);
  });

  test('an instant is told in Korea’s hour, whatever the machine’s', () => {
    expect(atInstant(new Date('2026-11-22T15:30:00Z'), '2026')).toEqual({
      datetime: '2026-11-23T00:30:00+09:00',
      words: '11월 23일(월) 00:30',
    });
  });

  test('a month is a month', () => {
    expect(inMonth('2029-03')).toEqual({ datetime: '2029-03', words: '2029년 3월' });
  });

  test.each([
    ['2025-03-02', '2025-03-31', '2025', '3월'],
    ['2025-01-02', '2025-11-30', '2025', '1~11월'],
    ['2025-01-02', '2025-11-30', undefined, '2025년 1~11월'],
    ['2020-03-02', '2021-01-31', undefined, '2020년 3월~2021년 1월'],
  ])('the months from %s to %s', (from, to, year, words) => {
    expect(monthsWords(from, to, year)).toBe(words);
  });
});

describe('numbers', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('%i is grouped as %s', (number, words) => {
    expect(grouped(number)).toBe(words);
  });

  test.each([
    [0, '0만원'],
    [9_500, '9,500만원'],
    [10_000, '1억원'],
    [53_000, '5억 3,000만원'],
    [120_005, '12억 5만원'],
    [1_600_000, '160억원'],
    [12_345_678, '1,234억 5,678만원'],
  ])('%i 만원 is %s', (manwon, words) => {
    expect(won(manwon)).toBe(words);
  });

  test('a range of one price is that price', () => {
    expect(wonRange(53_000, 53_000)).toBe('5억 3,000만원');
    expect(wonRange(53_000, 120_000)).toBe('5억 3,000만원 ~ 12억원');
  });

  test('households are counted', () => {
    expect(households(1498)).toBe('1,498세대');
  });
});

describe('areas', () => {
  test.each([
    ['112.5432', '112.54㎡', '34.0평'],
    ['59.0000', '59㎡', '17.8평'],
    ['84.9', '84.9㎡', '25.7평'],
    ['3.3058', '3.31㎡', '1.0평'],
  ])('%s ㎡ is %s or %s', (area, metres, traditional) => {
    expect(squareMetres(area)).toBe(metres);
    expect(pyeong(area)).toBe(traditional);
  });

  test.each([
    ['084.9800A', '84.98A', 84.98],
    ['084.9763B', '84.9763B', 84.9763],
    ['056.0000O', '56.00O', 56],
    ['074.9976 ', '74.9976', 74.9976],
    ['101.8110 ', '101.811', 101.811],
    ['009.9000A', '9.90A', 9.9],
    ['84OB', '84OB', null],
    ['59A-1 ', '59A-1', null],
  ])('the type %s is called %s', (printed, name, area) => {
    expect(typeName(printed)).toBe(name);
    expect(exclusiveAreaOf(printed)).toBe(area);
  });
});

describe('telephone numbers', () => {
  test.each([
    ['0553660453', '055-366-0453'],
    ['0212345678', '02-1234-5678'],
    ['021234567', '02-123-4567'],
    ['03112345678', '031-1234-5678'],
    ['16001004', '1600-1004'],
    ['01012345678', '010-1234-5678'],
    ['050712345678', '0507-1234-5678'],
    ['1600-1004', '1600-1004'],
  ])('%s is written %s and can be called', (digits, words) => {
    expect(phone(digits)).toEqual({ words, href: `tel:${digits.replaceAll('-', '')}` });
  });

  test.each(['12345', '문의는 방문으로', '1600-1004, 1600-1005', '99912345678'])('%s is left as it is', (text) => {
    expect(phone(text)).toEqual({ words: text, href: null });
  });
});

describe('web addresses', () => {
  test.each([
    ['https://힐스테이트물금센트럴.com', '힐스테이트물금센트럴.com'],
    ['http://www.detre-bg.co.kr/', 'www.detre-bg.co.kr'],
    ['HTTPS://apply.lh.or.kr/a?b=1', 'apply.lh.or.kr/a?b=1'],
  ])('%s becomes a link', (text, words) => {
    const link = webLink(text);
    expect(link?.words).toBe(words);
    expect(link?.href).toMatch(/^https?:\/\/[\x21-\x7e]+$/);
  });

  test.each([
    null,
    '',
    'www.example.com',
    'javascript:alert(1)',
    ' https://a.b',
    'data:text/html,x',
    'https://',
    'http://a b',
  ])('%s becomes none', (text) => {
    expect(webLink(text)).toBeNull();
  });
});

describe('places', () => {
  test.each([
    ['41', '41280', '경기 고양시', ['/notices/region/gyeonggi/', '/notices/region/gyeonggi/goyang-si/']],
    ['41', null, '경기', ['/notices/region/gyeonggi/']],
    ['36', '36110', '세종', ['/notices/region/sejong/', '/notices/region/sejong/sejong-si/']],
    [null, null, '지역 미확인', []],
  ])('%s %s is %s', (sido, sigungu, words, links) => {
    expect(placeWords({ sido, sigungu })).toBe(words);
    expect(placeLinks({ sido, sigungu }).map(({ href }) => href)).toEqual(links);
  });
});
