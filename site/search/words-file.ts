import type { WordsFile } from '../scripts/search/index-file.ts';
import { buildersOf, developersOf } from './companies.ts';
import { byFrequency, entries } from './dictionary.ts';
import { wardsOf } from './wards.ts';
import type { Announced } from './write-search.ts';

/** Developers of fewer notices than this are of one site as a rule, an association or a company founded for it. */
const known = 2;

/** What else the notices are found by: places within a 시군구, builders, developers. */
export function wordsFile(notices: Announced[]): WordsFile {
  const wards = notices.map(({ address }) => wardsOf(address));
  const builders = notices.map(({ builder }) => buildersOf(builder));
  const developers = frequent(notices.map(({ developer }, i) => without(builders[i]!, developersOf(developer))));
  const wardNames = byFrequency(wards.flat());
  const companyNames = byFrequency([...builders.flat(), ...developers.flat()]);
  const wardAt = new Map(wardNames.map((name, i) => [name, i]));
  const companyAt = new Map(companyNames.map((name, i) => [name, i]));
  return {
    format: 1,
    wards: wardNames,
    companies: companyNames,
    wardsOf: wards.map((its) => entries(wardAt, its)),
    buildersOf: builders.map((its) => entries(companyAt, its)),
    developersOf: developers.map((its) => entries(companyAt, its)),
  };
}

function without(others: string[], words: string[]) {
  return words.filter((word) => !others.includes(word));
}

function frequent(lists: string[][]) {
  const times = new Map<string, number>();
  for (const word of lists.flat()) times.set(word, (times.get(word) ?? 0) + 1);
  return lists.map((words) => words.filter((word) => times.get(word)! >= known));
}
