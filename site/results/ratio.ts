import { grouped } from '../words/numbers.ts';

/** `1,033.32 : 1`: applicants for one household. `-` where nothing was supplied. */
export function ratioWords(applicants: number, supply: number) {
  return supply > 0 ? `${decimals(applicants / supply)} : 1` : '-';
}

function decimals(rate: number) {
  const [whole, part] = rate.toFixed(2).split('.');
  return `${grouped(Number(whole))}.${part}`;
}
