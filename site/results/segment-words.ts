import type { Competition } from '../../db/catalog/schema.ts';

const remainderTypes: Record<string, string> = { '01': '사후 접수', '02': '사전 접수' };
const publicRentTypes: Record<string, string> = { '00': '일반공급', SY: '청년', SN: '신혼부부', SO: '고령자' };

/** By what a cell of 경쟁률 stands apart from the others of its house type. */
export function segmentWords({ segment, segmentName }: Pick<Competition, 'segment' | 'segmentName'>) {
  return segmentName ?? remainderTypes[segment] ?? publicRentTypes[segment] ?? '전체';
}
