import type { Competition, Score, SpecialSupply } from '../../../db/catalog/schema.ts';

/** A cell of 경쟁률 with what a test says of it. */
export function cell(more: Partial<Competition> = {}): Competition {
  return {
    noticeId: '2026000001',
    modelNo: '01',
    type: '084.9800A',
    rank: 1,
    segment: '01',
    segmentName: '해당지역',
    supply: 25,
    segmentSupply: null,
    applicants: 100,
    rate: '4.00',
    ...more,
  };
}

export function specialSupply(category: SpecialSupply['category'], more: Partial<SpecialSupply> = {}): SpecialSupply {
  return {
    noticeId: '2026000001',
    type: '084.9800A',
    category,
    supply: 1,
    local: null,
    province: null,
    other: null,
    decided: null,
    reserve: null,
    outcome: null,
    ...more,
  };
}

export function score(lowest: string | null, highest: string | null, average: string | null, segment = '01'): Score {
  return {
    noticeId: '2026000001',
    modelNo: '01',
    type: '084.9800A',
    segment,
    segmentName: null,
    lowest,
    highest,
    average,
  };
}
