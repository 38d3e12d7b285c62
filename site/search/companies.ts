/** Names of the builders as a notice prints them in one line: `(주)대우건설 계룡건설산업(주) 외 2개사`. */
export function buildersOf(printed: string | null) {
  return namesIn(printed).map(known);
}

/** Developers, but for the trust companies that stand in for them: nobody looks for a home by its trustee. */
export function developersOf(printed: string | null) {
  return namesIn(printed)
    .filter((name) => !name.endsWith('신탁'))
    .map(known);
}

const forms = /\((?:주|유|합|재|사|쥬)\)|㈜|주식회사|유한회사|컨소시엄|공동수급체/g;
const others = /외\s*\d*\s*(?:개\s*업체|개\s*사|개|사|인)?(?=\s|$)|^\d*\s*개?(?:업체|사)$/g;

function namesIn(printed: string | null) {
  const words = (printed ?? '')
    .normalize('NFKC')
    .replace(forms, ' ')
    .replace(others, ' ')
    .split(/[\s,·/、]+/);
  return [...new Set(words.filter((word) => /[\p{L}\p{N}]{2}/u.test(word)))];
}

/** A public developer with its regional office, `한국토지주택공사 경기남부지역본부`, is the developer. */
function known(name: string) {
  return /^(한국토지주택공사|서울주택도시공사|경기주택도시공사)/.exec(name)?.[1] ?? name;
}
