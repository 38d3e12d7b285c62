import type { Rule } from './rule.ts';

/*
 * Who may apply, as far as a few answers can tell. Read in November 2026; the rule on supply holds since 2026-06-15, most lines were
 * read in an older copy of 청약홈's guide and say so.
 */

/** What is asked of a reader, or follows from the answers. `married-years` counts years begun since the registration. */
type Ask =
  | 'age'
  | 'area'
  | 'head'
  | 'homes'
  | 'won'
  | 'deposit'
  | 'account-months'
  | 'minors'
  | 'newborn'
  | 'married'
  | 'married-years'
  | 'owned-ever'
  | 'income-tax'
  | 'old-parents'
  | 'recommended';

/** When a line is met: the answer to `ask` is at least, at most, or just this. */
export type Condition = { ask: Ask; least?: number; most?: number; is?: string };
/** A line without a condition is for the reader to look up. */
type ConditionLine = Rule & { when?: Condition };
/** `only` names the answer that the whole group is about. */
export type Way = { id: string; name: string; note?: string; only?: Condition; lines: ConditionLine[] };

export const eligibilityVersion = '2026-11';

const sure = { source: 'applyhome', sure: true } as const;
const since2024 = {
  source: 'applyhome',
  sure: false,
  check: '2026년 6월에 특별공급 규정이 바뀌었습니다. 공고문과 규칙에서 확인하세요',
} as const;

const adult: ConditionLine = {
  ...sure,
  id: 'adult',
  text: '만 19세 이상입니다. 자녀를 키우는 등 세대주인 미성년자는 예외가 있습니다.',
  when: { ask: 'age', least: 19 },
};
const deposit: ConditionLine = {
  ...sure,
  id: 'deposit',
  text: '민영주택은 사는 지역과 면적에 맞는 예치금을, 국민주택은 정해진 납입 횟수를 채웠습니다.',
  when: { ask: 'deposit', is: 'yes' },
};
const halfYear: ConditionLine = {
  ...since2024,
  id: 'half-year',
  text: '청약통장에 가입한 지 6개월이 지났습니다.',
  when: { ask: 'account-months', least: 6 },
};
const homeless: ConditionLine = {
  ...sure,
  id: 'homeless',
  text: '세대원 모두 집이 없습니다(무주택세대구성원).',
  when: { ask: 'homes', most: 0 },
};
const income: ConditionLine = {
  ...since2024,
  id: 'income',
  text: '세대의 소득이나 자산이 기준 안에 듭니다. 기준은 해마다, 주택마다 다릅니다.',
};
const small: ConditionLine = {
  ...since2024,
  id: 'small',
  text: '전용면적 85㎡ 이하인 주택에 신청합니다.',
};

export const firstRank: Way[] = [
  {
    id: 'rank1-regulated',
    name: '1순위: 투기과열지구·청약과열지역',
    only: { ask: 'area', is: 'regulated' },
    lines: [
      adult,
      {
        ...sure,
        id: 'regulated-account',
        text: '청약통장에 가입한 지 2년이 지났습니다.',
        when: { ask: 'account-months', least: 24 },
      },
      deposit,
      { ...sure, id: 'regulated-head', text: '세대주입니다.', when: { ask: 'head', is: 'yes' } },
      {
        ...sure,
        id: 'regulated-won',
        text: '세대원 가운데 지난 5년 안에 다른 주택에 당첨된 사람이 없습니다.',
        when: { ask: 'won', is: 'no' },
      },
      {
        ...sure,
        id: 'regulated-homes',
        text: '세대가 가진 집이 1채 이하입니다. 국민주택은 집이 없어야 합니다.',
        when: { ask: 'homes', most: 1 },
      },
    ],
  },
  {
    id: 'rank1-capital',
    name: '1순위: 수도권의 그 밖의 지역',
    only: { ask: 'area', is: 'capital' },
    lines: [
      adult,
      {
        ...sure,
        id: 'capital-account',
        text: '청약통장에 가입한 지 1년이 지났습니다. 시·도지사가 2년까지 늘릴 수 있습니다.',
        when: { ask: 'account-months', least: 12 },
      },
      deposit,
    ],
  },
  {
    id: 'rank1-elsewhere',
    name: '1순위: 수도권 밖의 그 밖의 지역',
    only: { ask: 'area', is: 'elsewhere' },
    lines: [
      adult,
      {
        ...sure,
        id: 'elsewhere-account',
        text: '청약통장에 가입한 지 6개월이 지났습니다. 시·도지사가 1년까지 늘릴 수 있습니다.',
        when: { ask: 'account-months', least: 6 },
      },
      deposit,
    ],
  },
  {
    id: 'rank1-shrinking',
    name: '1순위: 위축지역',
    only: { ask: 'area', is: 'shrinking' },
    lines: [
      adult,
      {
        ...sure,
        id: 'shrinking-account',
        text: '청약통장에 가입한 지 1개월이 지났습니다.',
        when: { ask: 'account-months', least: 1 },
      },
      deposit,
    ],
  },
];

export const specialSupply: Way[] = [
  {
    id: 'special-children',
    name: '다자녀가구',
    lines: [
      {
        ...since2024,
        id: 'children-two',
        text: '미성년 자녀가 2명 이상입니다. 태아와 입양 자녀도 셉니다.',
        when: { ask: 'minors', least: 2 },
      },
      homeless,
      halfYear,
      deposit,
    ],
  },
  {
    id: 'special-newlywed',
    name: '신혼부부',
    lines: [
      { ...since2024, id: 'newlywed-married', text: '혼인 중입니다.', when: { ask: 'married', is: 'yes' } },
      {
        ...since2024,
        id: 'newlywed-years',
        text: '혼인신고를 한 지 7년이 지나지 않았습니다.',
        when: { ask: 'married-years', most: 7 },
      },
      homeless,
      halfYear,
      deposit,
      small,
      income,
    ],
  },
  {
    id: 'special-first',
    name: '생애최초',
    lines: [
      {
        ...since2024,
        id: 'first-never',
        text: '세대원 모두 지금까지 집을 가진 적이 없습니다.',
        when: { ask: 'owned-ever', is: 'no' },
      },
      {
        ...since2024,
        id: 'first-tax',
        text: '근로자나 자영업자로서 소득세를 5년 이상 냈습니다.',
        when: { ask: 'income-tax', is: 'yes' },
      },
      homeless,
      { ...since2024, id: 'first-rank', text: '일반공급 1순위의 조건을 갖추었습니다.' },
      { ...since2024, id: 'first-family', text: '혼인 중이거나 미혼 자녀가 있습니다. 1인 가구는 추첨으로만 뽑습니다.' },
      small,
      income,
    ],
  },
  {
    id: 'special-parents',
    name: '노부모부양',
    lines: [
      {
        ...since2024,
        id: 'parents-old',
        text: '만 65세 이상의 부모나 조부모를 3년 이상 계속 같은 등본에서 모시고 있습니다.',
        when: { ask: 'old-parents', is: 'yes' },
      },
      { ...since2024, id: 'parents-head', text: '무주택 세대주입니다.', when: { ask: 'head', is: 'yes' } },
      homeless,
      { ...since2024, id: 'parents-rank', text: '일반공급 1순위의 조건을 갖추었습니다.' },
    ],
  },
  {
    id: 'special-newborn',
    name: '신생아',
    note: '공공주택에 먼저 생겼고, 2026년 6월에 민영주택에도 유형이 생겼다고 알려져 있습니다.',
    lines: [
      {
        ...since2024,
        id: 'newborn-child',
        text: '공고일에 2세 미만(2세가 되는 날 포함)인 자녀가 있습니다.',
        when: { ask: 'newborn', is: 'yes' },
      },
      homeless,
      halfYear,
      deposit,
      income,
    ],
  },
  {
    id: 'special-recommended',
    name: '기관추천',
    lines: [
      {
        ...since2024,
        id: 'recommended-by',
        text: '국가유공자, 장애인, 중소기업 근무자처럼 정해진 대상이며 그 기관의 추천을 받았습니다.',
        when: { ask: 'recommended', is: 'yes' },
      },
      homeless,
      {
        ...since2024,
        id: 'recommended-account',
        text: '청약통장에 가입한 지 6개월이 지났습니다. 통장 없이 되는 대상도 있습니다.',
        when: { ask: 'account-months', least: 6 },
      },
      small,
    ],
  },
  {
    id: 'special-youth',
    name: '청년',
    note: '공공주택 가운데 정해진 유형에만 있습니다.',
    lines: [
      {
        ...since2024,
        id: 'youth-age',
        text: '만 19세 이상 39세 이하입니다.',
        when: { ask: 'age', least: 19, most: 39 },
      },
      { ...since2024, id: 'youth-single', text: '혼인 중이 아닙니다.', when: { ask: 'married', is: 'no' } },
      { ...since2024, id: 'youth-never', text: '본인이 지금까지 집을 가진 적이 없습니다.' },
      halfYear,
      income,
    ],
  },
];

export const ways = [...firstRank, ...specialSupply];
