/** `112.54㎡` for `112.5432`: rounded to two places, none where they are zero. */
export function squareMetres(area: string | number) {
  return `${Number(Number(area).toFixed(2))}㎡`;
}

/** `34.0평`: a 평 is 400/121 ㎡. */
export function pyeong(area: string | number) {
  return `${((Number(area) * 121) / 400).toFixed(1)}평`;
}

/**
 * 주택형 as people say it. An official `084.9800A` becomes `84.98A`: the exclusive area in ㎡ and the letter of the plan. Free
 * text, as the other kinds have it, stays as it is.
 */
export function typeName(printed: string) {
  const [, area, plan] = officialType.exec(printed) ?? [];
  if (area === undefined) return printed.trim();
  return `${shortArea(area)}${plan === ' ' ? '' : (plan ?? '')}`;
}

/** The exclusive area in ㎡ that an official 주택형 tells, or null. */
export function exclusiveAreaOf(printed: string) {
  const area = officialType.exec(printed)?.[1];
  return area === undefined ? null : Number(area);
}

const officialType = /^(\d{3}\.\d{4})([A-Z ])?$/;

/** `84.98` for `084.9800`, `84.9763` for `084.9763`, `56.00` for `056.0000`. */
function shortArea(area: string) {
  return area.replace(/^0+(?=\d)/, '').replace(/(\.\d\d\d*?)0+$/, '$1');
}
