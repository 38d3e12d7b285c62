import { kindNames, type Kind } from '../../db/kinds.ts';
import { placeWords } from '../words/places.ts';

/** A notice, or its results, in two lines. */
export type ShortItem = { href: string; name: string; about: string };

type Named = { id: string; name: string; kind: Kind; sido: string | null; sigungu: string | null };

/** @param room the pages that it leads to. */
export function shortItem(room: 'notices' | 'results', notice: Named): ShortItem {
  return {
    href: `/${room}/${notice.id}/`,
    name: notice.name,
    about: `${placeWords(notice)} · ${kindNames[notice.kind]}`,
  };
}
