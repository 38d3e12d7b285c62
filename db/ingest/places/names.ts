import { regions, type Sido, type Sigungu } from '../../../content/regions.ts';
import { areas } from './areas.ts';

/** What a name stands for. `whole`: only as a whole word, for 고양 is a city but 고양동 may be a 동 of another. */
export type Name<T> = { meant: T[]; whole: boolean };
type Names<T> = { named: Map<string, Name<T>>; longest: number };

/** 시도 by each of their names. 전남광주통합특별시 stands for two. */
export const sidoNames = collect<Sido>((add) => {
  for (const sido of regions) {
    for (const name of [sido.fullName, ...sido.aliases]) add(name, sido);
    add(sido.name, sido, true);
  }
});

/** 시군구 by each name that means something inside a 시도, by its code. */
export const localNames = new Map(regions.map((sido) => [sido.code, collect<Sigungu>((add) => addLocal(sido, add))]));

/** 시군구 by the names that can stand without a 시도: no 택지지구, no 고양 for 고양시, and not 광주시, which may be the 시도. */
export const nationalNames = collect<Sigungu>((add) => {
  for (const sido of regions)
    for (const sigungu of sido.sigungu)
      for (const name of properNames(sigungu)) if (!sidoNames.named.has(name)) add(name, sigungu);
});

/** The longest of `names` that `text` has at `at` and that `fits` accepts. */
export function longestName<T>(
  { named, longest }: Names<T>,
  text: string,
  at: number,
  fits: (name: Name<T>, end: number) => boolean,
) {
  for (let end = Math.min(at + longest, text.length); end > at + 1; end--) {
    const name = named.get(text.slice(at, end));
    if (name && fits(name, end)) return { meant: name.meant, end };
  }
  return undefined;
}

type Add<T> = (name: string, meant: T, whole?: boolean) => void;

function collect<T>(fill: (add: Add<T>) => void): Names<T> {
  const named = new Map<string, Name<T>>();
  fill((name, meant, whole = false) => {
    const known = named.get(name);
    if (!known) named.set(name, { meant: [meant], whole });
    else if (!known.meant.includes(meant)) known.meant.push(meant);
  });
  return { named, longest: Math.max(...[...named.keys()].map((name) => name.length)) };
}

function addLocal(sido: Sido, add: Add<Sigungu>) {
  for (const sigungu of sido.sigungu) {
    const stem = sigungu.name.slice(0, -1);
    const parts = [...(sigungu.wards ?? []), ...(areas[sigungu.code] ?? [])];
    for (const name of [...properNames(sigungu), ...parts, ...parts.map((part) => stem + part)]) add(name, sigungu);
    if (!sigungu.name.endsWith('구') && stem !== sido.name) add(stem, sigungu, true);
  }
  for (const { sigungu } of regions)
    for (const unit of sigungu)
      for (const alias of unit.aliases ?? [])
        if (alias.startsWith(`${sido.name} `)) {
          const name = alias.slice(sido.name.length + 1);
          add(name, unit);
          add(name.slice(0, -1), unit, true);
        }
}

function properNames({ name, aliases = [], wards = [] }: Sigungu) {
  const special = wards.length > 0 ? [`${name.slice(0, -1)}특례시`] : [];
  return [name, ...special, ...aliases.filter((alias) => !alias.includes(' ')), ...wards];
}
