/** A question of the form. Days are typed, the rest is chosen; `after` names the answer that a question waits for. */
export type Field = {
  name: string;
  label: string;
  hint?: string;
  choices?: { value: string; words: string }[];
  after?: { name: string; is: string };
};
/** `folded` groups open when a reader asks for them. */
export type FieldGroup = { legend: string; note?: string; folded?: true; fields: Field[] };

const yesNo = [
  { value: 'yes', words: '예' },
  { value: 'no', words: '아니오' },
];
const thereIs = [
  { value: 'yes', words: '있습니다' },
  { value: 'no', words: '없습니다' },
];
const people = ['없음', '1명', '2명', '3명', '4명', '5명', '6명 이상'].map((words, i) => ({ value: String(i), words }));

export const fieldGroups: FieldGroup[] = [
  {
    legend: '나와 기준일',
    fields: [
      { name: 'notice', label: '입주자모집공고일', hint: '모든 기간을 이 날까지 셉니다. 모르면 오늘로 두세요.' },
      { name: 'birth', label: '생년월일', hint: '예: 1990-03-15' },
      { name: 'married', label: '혼인 중입니까', hint: '혼인신고를 했을 때만 “예”를 고르세요.', choices: yesNo },
      {
        name: 'marriedOn',
        label: '혼인신고일',
        hint: '예: 2018-05-12',
        after: { name: 'married', is: 'yes' },
      },
    ],
  },
  {
    legend: '집',
    fields: [
      {
        name: 'homes',
        label: '세대원이 지금 가진 집이 있습니까',
        hint: '분양권과 입주권도 집으로 봅니다. 같은 등본에 있는 가족 모두를 셉니다.',
        choices: [
          { value: '0', words: '없습니다' },
          { value: '1', words: '1채' },
          { value: '2', words: '2채 이상' },
        ],
      },
      {
        name: 'ownedEver',
        label: '본인이나 배우자가 집을 가진 적이 있습니까',
        choices: thereIs,
      },
      {
        name: 'homelessSince',
        label: '무주택이 된 날',
        hint: '마지막 집을 처분한 날입니다. 예: 2022-08-10',
        after: { name: 'ownedEver', is: 'yes' },
      },
    ],
  },
  {
    legend: '부양가족',
    note: '배우자는 저절로 셉니다.',
    fields: [
      {
        name: 'parents',
        label: '모시는 부모와 조부모',
        hint: '3년 이상 계속 같은 등본에 있고 집이 없는 분만 셉니다.',
        choices: people,
      },
      { name: 'children', label: '미혼 자녀', hint: '같은 등본에 있는 자녀만 셉니다.', choices: people },
    ],
  },
  {
    legend: '청약통장',
    fields: [
      { name: 'joinedOn', label: '가입일', hint: '예: 2014-06-02' },
      {
        name: 'spouseJoinedOn',
        label: '배우자 통장 가입일',
        hint: '배우자의 통장이 없으면 비워 두세요.',
        after: { name: 'married', is: 'yes' },
      },
    ],
  },
  {
    legend: '자격도 살펴보기',
    folded: true,
    note: '가점에는 쓰지 않습니다. 아는 것만 골라 답하세요.',
    fields: [
      {
        name: 'area',
        label: '신청할 지역',
        hint: '공고의 “규제와 특별법”에 적혀 있습니다.',
        choices: [
          { value: 'regulated', words: '투기과열지구·청약과열지역' },
          { value: 'capital', words: '수도권의 그 밖의 지역' },
          { value: 'elsewhere', words: '수도권 밖의 그 밖의 지역' },
          { value: 'shrinking', words: '위축지역' },
        ],
      },
      { name: 'head', label: '세대주입니까', choices: yesNo },
      { name: 'won', label: '지난 5년 안에 당첨된 세대원이 있습니까', choices: thereIs },
      { name: 'deposit', label: '예치금이나 납입 횟수를 채웠습니까', choices: yesNo },
      {
        name: 'owned-ever',
        label: '집을 가진 적이 있는 세대원이 있습니까',
        hint: '지금은 팔았어도 “있습니다”를 고르세요.',
        choices: thereIs,
      },
      { name: 'minors', label: '미성년 자녀', hint: '태아와 입양 자녀도 셉니다.', choices: people },
      { name: 'newborn', label: '2세 미만인 자녀가 있습니까', choices: thereIs },
      {
        name: 'old-parents',
        label: '만 65세 이상 부모를 3년 이상 모시고 있습니까',
        choices: yesNo,
      },
      { name: 'income-tax', label: '소득세를 5년 이상 냈습니까', choices: yesNo },
      { name: 'recommended', label: '기관의 추천을 받았습니까', choices: yesNo },
    ],
  },
];
