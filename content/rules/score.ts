import type { Rule } from './rule.ts';

/*
 * 가점제, as 별표 1 of 주택공급에 관한 규칙 has it since 2024-12-18. A change of the law is a new file beside this one, so that it
 * can be read what held when.
 */

/** Points from this many on: whole months of a period, or people. */
type Step = Rule & { least: number; points: number };
export type ScoreTable = {
  id: 'homeless' | 'family' | 'account' | 'spouse';
  name: string;
  most: number;
  steps: Step[];
};

export const scoreVersion = '2024-12-18';

const table = { source: 'scoreTable', sure: true } as const;

export const homeless: ScoreTable = {
  id: 'homeless',
  name: '무주택기간',
  most: 32,
  steps: years(0, 15).map((year) => ({
    ...table,
    id: `homeless-${year}`,
    text: stretch(year, 15),
    least: 12 * year,
    points: 2 + 2 * year,
  })),
};

export const family: ScoreTable = {
  id: 'family',
  name: '부양가족 수',
  most: 35,
  steps: years(0, 6).map((people) => ({
    ...table,
    id: `family-${people}`,
    text: people === 6 ? '6명 이상' : `${people}명`,
    least: people,
    points: 5 + 5 * people,
  })),
};

export const account: ScoreTable = {
  id: 'account',
  name: '청약통장 가입기간',
  most: 17,
  steps: [
    { ...table, id: 'account-start', text: '6개월 미만', least: 0, points: 1 },
    { ...table, id: 'account-half', text: '6개월 이상 1년 미만', least: 6, points: 2 },
    ...years(1, 15).map((year) => ({
      ...table,
      id: `account-${year}`,
      text: stretch(year, 15),
      least: 12 * year,
      points: 2 + year,
    })),
  ],
};

export const spouse: ScoreTable = {
  id: 'spouse',
  name: '배우자 청약통장',
  most: 3,
  steps: [
    { ...table, id: 'spouse-0', text: '1년 미만', least: 0, points: 1, source: 'applyhome' },
    { ...table, id: 'spouse-1', text: '1년 이상 2년 미만', least: 12, points: 2, source: 'applyhome' },
    { ...table, id: 'spouse-2', text: '2년 이상', least: 24, points: 3, source: 'applyhome' },
  ],
};

export const scoreTables = [homeless, family, account, spouse];

/** How the periods and people of the tables are counted. */
export const scoreRules = {
  homeless: [
    {
      id: 'homeless-start',
      text: '무주택기간은 신청자가 만 30세가 되는 날부터 셉니다. 그 전에 혼인신고를 했으면 혼인신고일부터 셉니다.',
      source: 'scoreTable',
      sure: false,
      check: '이혼이나 재혼처럼 혼인 이력이 여럿이면 청약홈에서 확인하세요',
    },
    {
      id: 'homeless-since',
      text: '신청자나 배우자가 집을 가진 적이 있으면, 마지막 집을 처분해 무주택이 된 날부터 다시 셉니다.',
      source: 'scoreTable',
      sure: false,
      check: '분양권과 소형·저가주택을 어떻게 보는지 규칙 제53조에서 확인하세요',
    },
    {
      id: 'homeless-none',
      text: '만 30세가 안 된 미혼이거나, 공고일에 세대원 가운데 집을 가진 사람이 있으면 0점입니다.',
      source: 'scoreTable',
      sure: false,
      check: '무주택으로 보는 예외를 별표 1과 규칙 제53조에서 확인하세요',
    },
  ],
  family: [
    {
      id: 'family-self',
      text: '본인은 세지 않고 배우자는 셉니다. 배우자는 세대가 나뉘어 있어도 셉니다.',
      source: 'scoreTable',
      sure: false,
      check: '별표 1에서 확인하세요',
    },
    {
      id: 'family-parents',
      text: '부모와 조부모(배우자 쪽 포함)는 신청자가 세대주이고, 3년 이상 계속 같은 등본에 있어야 하며, 집이 없어야 합니다.',
      source: 'scoreTable',
      sure: false,
      check: '해외 체류와 요양시설 입소의 기준을 공고문에서 확인하세요',
    },
    {
      id: 'family-children',
      text: '자녀는 미혼이고 같은 등본에 있어야 합니다. 만 30세 이상이면 1년 이상 계속 같은 등본에 있어야 합니다.',
      source: 'scoreTable',
      sure: false,
      check: '2026년에 3년으로 늘리는 개정안이 예고되었습니다. 별표 1의 지금 내용을 확인하세요',
    },
  ],
  account: [
    {
      id: 'account-first',
      text: '통장의 종류나 금액을 바꾸었어도 처음 가입한 날부터 셉니다.',
      source: 'common',
      sure: false,
      check: '청약홈의 「청약통장 순위 확인」에서 가입일을 확인하세요',
    },
    {
      id: 'account-minor',
      text: '만 19세가 되기 전의 가입기간은 2023년까지의 몫은 2년까지, 2024년부터의 몫과 더해 5년까지만 셉니다.',
      source: 'supplyRule',
      sure: false,
      check: '규칙 제10조에서 확인하세요',
    },
  ],
  spouse: [
    {
      id: 'spouse-share',
      text: '배우자 통장 가입기간의 절반을 점수로 바꾸어 3점까지 더합니다. 본인 점수와 더해 17점을 넘지 못합니다.',
      source: 'applyhome',
      sure: true,
    },
  ],
} as const satisfies Record<ScoreTable['id'], Rule[]>;

function years(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function stretch(year: number, last: number) {
  if (year === 0) return '1년 미만';
  return year === last ? `${year}년 이상` : `${year}년 이상 ${year + 1}년 미만`;
}
