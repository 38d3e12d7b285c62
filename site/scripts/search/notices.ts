import { kinds, type Kind } from '../../../db/kinds.ts';
import type { NoticesFile } from './index-file.ts';

/** A notice of the index. Days are counted from 1970-01-01. */
export type Found = {
  /** Its place in the columns. */
  at: number;
  id: string;
  name: string;
  kind: Kind;
  /** Two digits of a 시도 or five of a 시군구; null where no place is known. */
  place: string | null;
  announced: number;
  opens: number | null;
  closes: number | null;
};

/** Every notice of the index, in its order. */
export function noticesOf(file: NoticesFile): Found[] {
  let id = 0;
  let announced = 0;
  return file.names.map((name, at) => {
    id += file.ids[at]!;
    announced += file.announced[at]!;
    const [opensAfter, closesAfter] = [file.opens[at]!, file.closes[at]!];
    const opens = opensAfter === null ? null : announced + opensAfter;
    return {
      at,
      id: String(id),
      name,
      kind: kinds[Number(file.kinds[at])]!,
      place: placeCode(file, file.places[at]!),
      announced,
      opens,
      closes: closesAfter === null ? null : (opens ?? announced) + closesAfter,
    };
  });
}

function placeCode({ units, provinces }: NoticesFile, place: number) {
  if (place === 0) return null;
  return place > 0 ? units[place - 1]![0] : provinces[-1 - place]![0];
}
