/*
 * Names are written in Latin letters or in Korean, as the sign on the building or as people say it. Each is spelt out in Korean
 * here, so that either way finds the other.
 */

/** How people say what is written in Latin letters. A blank may be left out. */
const sayings: Record<string, string> = {
  'e 편': '이편',
  'the h': '디에이치',
  'the sharp': '더샵',
  'the shap': '더샵',
  the: '더',
  xi: '자이',
  hillstate: '힐스테이트',
  prugio: '푸르지오',
  raemian: '래미안',
  'i park': '아이파크',
  'lotte castle': '롯데캐슬',
  castle: '캐슬',
  forena: '포레나',
  acro: '아크로',
  'we ve': '위브',
  desian: '데시앙',
  centreville: '센트레빌',
  summit: '써밋',
  view: '뷰',
  class: '클래스',
  lake: '레이크',
  city: '시티',
  park: '파크',
  hdc: '에이치디씨',
  kcc: '케이씨씨',
  dmc: '디엠씨',
  ktx: '케이티엑스',
  gtx: '지티엑스',
  stx: '에스티엑스',
  lh: '엘에이치',
  sh: '에스에이치',
  gh: '지에이치',
  gs: '지에스',
  sk: '에스케이',
  dl: '디엘',
  hl: '에이치엘',
  sg: '에스지',
  sm: '에스엠',
  is: '아이에스',
};

/** Other names of a company, those of its past included. */
const companyNames = [
  ['한국토지주택공사', 'lh', '엘에이치'],
  ['서울주택도시공사', 'sh', '에스에이치'],
  ['경기주택도시공사', 'gh', '지에이치'],
  ['포스코건설', '포스코이앤씨', '포스코e&c'],
  ['대림산업', '디엘이앤씨'],
  ['에스케이건설', '에스케이에코플랜트'],
  ['금호산업', '금호건설'],
  ['에이치디씨현대산업개발', '현대산업개발'],
  ['한라', '에이치엘디앤아이한라'],
  ['삼성물산', '래미안'],
];

const bare = (text: string) => text.replaceAll(' ', '');
const said = new Map(Object.entries(sayings).map(([written, words]) => [bare(written), words]));
const written = new RegExp(
  Object.keys(sayings)
    .sort((a, b) => b.length - a.length)
    .map((each) => `(?<![a-z])${each.replaceAll(' ', ' ?')}(?![a-z])`)
    .join('|'),
  'g',
);

const byCompany = new Map(companyNames.flatMap((names) => names.map((name) => [spoken(plain(name)), names])));

/** Text in small letters, without signs, a blank between words. */
export function plain(text: string) {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Plain text as people say it: `sk view` becomes `에스케이뷰`. */
export function spoken(text: string) {
  return /[a-z]/.test(text) ? text.replace(written, (match) => said.get(bare(match))!) : text;
}

/** A brand of which the last letters are still to come, said: `수원 hills` becomes `수원 힐스테이트`. Null where there is none. */
export function completed(text: string) {
  const begun = /[a-z]{3,}$/.exec(text)?.[0];
  const whole = begun && [...said.keys()].find((each) => each.startsWith(begun));
  return whole ? text.slice(0, -begun.length) + said.get(whole)! : null;
}

/** All names that a company goes by, its own first. */
export function companyAliases(name: string) {
  return [name, ...(byCompany.get(spoken(plain(name))) ?? [])];
}
