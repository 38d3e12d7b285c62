import type { ReceiptTrack } from '../../db/catalog/publication.ts';

const trackNames: Record<ReceiptTrack['track'], string> = {
  all: '청약 접수',
  special: '특별공급',
  rank1: '1순위',
  rank2: '2순위',
  general: '일반공급',
};

const resideNames: Record<NonNullable<ReceiptTrack['reside']>, string> = {
  local: '해당지역',
  gyeonggi: '기타경기',
  other: '기타지역',
};

type Named = Pick<ReceiptTrack, 'track' | 'reside'>;

/** Names of receipts, those of one rank in one: `특별공급`, `1순위 해당지역·기타지역`. */
export function trackWords(tracks: Named[]) {
  const names = [...new Set(tracks.map(({ track }) => track))];
  return names.map((name) => {
    const resides = tracks.flatMap(({ track, reside }) => (track === name && reside ? [resideNames[reside]] : []));
    return resides.length > 0 ? `${trackNames[name]} ${resides.join('·')}` : trackNames[name];
  });
}
