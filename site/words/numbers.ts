/** `1,234`. */
export function grouped(number: number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1,234세대`. */
export function households(count: number) {
  return `${grouped(count)}세대`;
}

/** An amount of 만원 in the words of a price tag: `5억 3,000만원`, `12억원`, `9,500만원`. */
export function won(manwon: number) {
  const eok = Math.floor(manwon / 10_000);
  const man = manwon % 10_000;
  if (eok === 0) return `${grouped(man)}만원`;
  return man === 0 ? `${grouped(eok)}억원` : `${grouped(eok)}억 ${grouped(man)}만원`;
}

/** Two amounts of 만원 as a range, or the one that both are. */
export function wonRange(lowest: number, highest: number) {
  return lowest === highest ? won(lowest) : `${won(lowest)} ~ ${won(highest)}`;
}
