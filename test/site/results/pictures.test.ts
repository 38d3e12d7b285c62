import { describe, expect, test } from 'vitest';
import type { Competition } from '../../../db/catalog/schema.ts';
import { competitionTable } from '../../../site/results/competition-table.ts';
import { firstRankRows } from '../../../site/results/first-rank.ts';
import { mostDrawn, type Picture } from '../../../site/results/picture.ts';
import { applicationsPicture } from '../../../site/results/pictures/applications.ts';
import { firstRankPicture } from '../../../site/results/pictures/first-rank.ts';
import { scorePicture } from '../../../site/results/pictures/scores.ts';
import { specialSupplyPicture } from '../../../site/results/pictures/special-supply.ts';
import { scoreTable } from '../../../site/results/score-table.ts';
import { cell, score, specialSupply } from './cells.ts';

function typesOf(count: number, more: (i: number) => Partial<Competition>) {
  return Array.from({ length: count }, (_, i) =>
    cell({ modelNo: String(i + 1).padStart(2, '0'), type: `0${59 + i}.0000A`, ...more(i) }),
  );
}

const twoTypes = [
  cell({ applicants: 730, rate: '29.20' }),
  cell({ segment: '02', segmentName: '기타지역', applicants: 103, rate: '-' }),
  cell({ rank: 2, applicants: 2_186, rate: '-' }),
  cell({ modelNo: '02', type: '059.0000 ', supply: 174, applicants: 21, rate: '(△153)' }),
  cell({ modelNo: '02', type: '059.0000 ', supply: 174, rank: 2, applicants: 0, rate: '(△153)' }),
];

function wordsOf(picture: Picture | null) {
  return picture!.bars!.groups.map(({ name, bars }) => [name, ...bars.map(({ words }) => words)]);
}

describe('rank 1, type beside type', () => {
  test('says of each what the table says of it', () => {
    const picture = firstRankPicture(twoTypes);
    expect(wordsOf(picture)).toEqual(firstRankRows(twoTypes).map(({ name, rate }) => [name, rate]));
    expect(wordsOf(picture)).toEqual([
      ['84.98A', '33.32 : 1'],
      ['59.00', '0.12 : 1'],
    ]);
    expect(picture!.sentence).toBe('84.98A형 33.32 : 1, 59.00형 0.12 : 1.');
    expect(picture!.notes.join()).toContain('계산값');
  });

  test('says that its scale is tenfold where it is', () => {
    expect(firstRankPicture(twoTypes)!.notes.join()).toContain('몇 배씩');
    expect(firstRankPicture(typesOf(2, (i) => ({ applicants: 50 + i })))!.notes.join()).not.toContain('몇 배씩');
  });

  test('is not drawn where there is nothing to compare, or nothing was supplied', () => {
    expect(firstRankPicture([])).toBeNull();
    expect(firstRankPicture([cell()])).toBeNull();
    expect(firstRankPicture(typesOf(3, (i) => ({ supply: i === 0 ? 5 : 0 })))).toBeNull();
  });

  test('shows of very many types the most wanted, in the order of the table, and says so', () => {
    const picture = firstRankPicture(typesOf(30, (i) => ({ applicants: i })));
    expect(picture!.bars!.groups).toHaveLength(mostDrawn);
    expect(picture!.bars!.groups.map(({ name }) => name)).toEqual(
      firstRankRows(typesOf(30, (i) => ({ applicants: i })))
        .slice(14)
        .map(({ name }) => name),
    );
    expect(picture!.notes.join()).toContain('나머지는 표에 있습니다');
  });
});

describe('applicants against supply', () => {
  test('adds up the ranks of an apartment, and leaves out a second one that nobody was left for', () => {
    const picture = applicationsPicture('apt', twoTypes);
    expect(wordsOf(picture)).toEqual([
      ['84.98A', '공급 25', '1순위 833', '2순위 2,186'],
      ['59.00', '공급 174', '1순위 21'],
    ]);
    expect(picture!.sentence).toBe('84.98A형 공급 25세대 1순위 833건 2순위 2,186건, 59.00형 공급 174세대 1순위 21건.');
  });

  test('tells the ranks apart by more than a colour', () => {
    const [{ bars } = { bars: [] }] = applicationsPicture('apt', twoTypes)!.bars!.groups;
    expect(bars.map(({ look }) => look)).toEqual(['grey', 'full', 'outline']);
  });

  test('of other kinds shows the cells that the table has', () => {
    const cells = [
      cell({ rank: 0, segment: 'Y', segmentName: '거주자우선', applicants: 1_234 }),
      cell({ rank: 0, segment: 'N', segmentName: '기타', applicants: 9 }),
    ];
    const printed = competitionTable('officetel', cells).groups[0]!.rows.map(
      (row) => `${row[0]!.words} ${row[1]!.words}`,
    );
    expect(wordsOf(applicationsPicture('officetel', cells))).toEqual([['84.98A', '공급 25', ...printed]]);
  });

  test('is not drawn where no applicants are known', () => {
    expect(applicationsPicture('apt', [])).toBeNull();
    expect(applicationsPicture('remainder', [cell({ rank: 0, applicants: null })])).toBeNull();
  });
});

describe('special supply', () => {
  const rows = [
    specialSupply('all', { supply: 9 }),
    specialSupply('newlywed', { supply: 3, local: 14, other: 18 }),
    specialSupply('agency', { supply: 1, decided: 0 }),
    specialSupply('newlywed', { type: '059.0000 ', supply: 2, local: 1 }),
  ];

  test('is added up over the house types, kind by kind, without those that an agency decides', () => {
    const picture = specialSupplyPicture(rows)!;
    expect(wordsOf(picture)).toEqual([['신혼부부', '세대 5', '신청 33']]);
    expect(picture.sentence).toBe('신혼부부 5세대에 33건.');
    expect(picture.notes.join()).toMatch(/계산값.*기관추천과 이전기관은/);
  });

  test('is not drawn without applicants', () => {
    expect(specialSupplyPicture([])).toBeNull();
    expect(specialSupplyPicture([specialSupply('agency', { decided: 2 })])).toBeNull();
  });
});

describe('scores', () => {
  test('go from lowest to highest as the table prints them', () => {
    const scores = [score('59', '74', '64.27'), score('40', '69', '-', '02')];
    const picture = scorePicture(scores)!;
    const drawn = picture.ranges!.rows.map(({ lowest, highest }) => [lowest, highest]);
    expect(drawn).toEqual(scoreTable(scores).groups[0]!.rows.map((row) => [row[1]!.words, row[2]!.words]));
    expect(picture.ranges!.rows.map(({ average }) => average?.words)).toEqual(['평균 64.27', undefined]);
    expect(picture.sentence).toBe(
      '84.98A 해당지역 최저 59점 최고 74점 평균 64.27점, 84.98A 기타지역 최저 40점 최고 69점.',
    );
  });

  test.each([
    ['-', '-', '-'],
    ['0', '0', '0'],
    [null, '74', '60'],
    ['59', '740', '64'],
    ['', '', ''],
  ])('%s to %s with %s is nothing to draw', (lowest, highest, average) => {
    expect(scorePicture([score(lowest, highest, average)])).toBeNull();
  });
});
