const again = [
  '조합원[^)]*',
  '(?:추가|예비)?\\s*입주자\\s*모집\\s*(?:공고)?',
  '(?:잔여|공가)(?:\\s*세대)?',
  '추가(?:\\s*모집)?',
  '예비',
  '본청약',
  '사전청약',
  '자격완화',
  '무순위[^)]*',
  '임의공급[^)]*',
  '불법행위\\s*재공급',
  '계약취소(?:주택)?',
  '취소후재공급',
].join('|');

const round = '(?:제?\\s*\\d+\\s*(?:차|회차?))';

/** `(3차)`, `(조합원 취소분)`, `무순위 3차`, `잔여세대 추가입주자모집공고`: what a notice adds when a complex is offered once more. */
const suffixes = [
  new RegExp(`\\s*\\((?:${round}|(?:${again})\\s*${round}?)\\)$`),
  new RegExp(`\\s*(?:${again})\\s*${round}?$`.replaceAll('[^)]*', '')),
];

/**
 * What all notices of one complex are called, so that they can be found together. A bare `3차` at the end stays: 힐스테이트 3차 and
 * 4차 are two complexes.
 */
export function complexName(name: string) {
  let rest = name.normalize('NFKC').trim();
  for (let shorter = without(rest); shorter !== rest; shorter = without(rest)) rest = shorter;
  return rest.replaceAll(/\s/g, '').toLowerCase();
}

function without(name: string) {
  const shorter = suffixes.reduce((text, suffix) => text.replace(suffix, ''), name).trim();
  return shorter === '' ? name : shorter;
}
