import { houseTypeLabels, noticeLabels } from '../../db/catalog/labels.ts';
import type { FieldWords } from './fields.ts';
import { houseTypeSources, noticeSources } from './sources.ts';

/** What people are told of a table and of each of its columns. */
export type TableWords = { title: string; meaning: string; fields: Record<string, FieldWords> };

const noticeId: FieldWords = { meaning: '주택관리번호', source: 'HOUSE_MANAGE_NO' };
const modelNo: FieldWords = { meaning: '모델번호', source: 'MODEL_NO' };
const type: FieldWords = { meaning: '주택형, 공식 자료에 적힌 그대로', source: 'HOUSE_TY, TP' };
const ours = (meaning: string): FieldWords => ({ meaning, source: null });
const said = (meaning: string, source: string, unit?: string): FieldWords => ({
  meaning,
  source,
  ...(unit && { unit }),
});

export const notices: TableWords = {
  title: '공고',
  meaning: '입주자모집공고 하나가 한 줄입니다.',
  fields: {
    ...withSources(noticeLabels, noticeSources, { totalSupply: '세대' }),
    kind: ours(
      '공급유형. apt 아파트, remainder 무순위·잔여세대, resupply 불법행위 재공급, optional 임의공급, officetel 오피스텔·도시형 등, public-rent 공공지원 민간임대',
    ),
    sido: ours('시도의 행정표준코드 두 자리. 공급위치에서 찾음'),
    sigungu: ours('시군구의 행정표준코드 다섯 자리. 공급위치에서 찾음'),
    held: ours('운영자가 결과 공개를 보류했는지'),
    competitionMovedTo: ours('운영자가 옮긴 경쟁률·특별공급 공개 시각'),
    scoreMovedTo: ours('운영자가 옮긴 당첨 가점 공개 시각'),
    extendedTo: ours('연장된 접수 마감 시각'),
  },
};

const amounts = { price: '만원', deposit: '만원' };
const areas = { supplyArea: '㎡', exclusiveArea: '㎡', contractArea: '㎡' };
const shares = Object.fromEntries(
  [
    ['supply', 'generalSupply', 'specialSupply', 'multiChild', 'newlywed', 'firstTime', 'elderlyParents', 'agency'],
    ['otherSpecial', 'relocatedAgency', 'youth', 'newborn', 'aged'],
  ]
    .flat()
    .map((field) => [field, '세대']),
);

export const houseTypes: TableWords = {
  title: '주택형',
  meaning: '공고의 주택형 하나가 한 줄입니다.',
  fields: {
    ...withSources(houseTypeLabels, houseTypeSources, { ...amounts, ...areas, ...shares }),
    noticeId,
    modelNo,
    type,
  },
};

export const competition: TableWords = {
  title: '경쟁률',
  meaning: '공개된 경쟁률표의 한 칸이 한 줄입니다. 공개 시각이 지나지 않은 값은 들어 있지 않습니다.',
  fields: {
    noticeId,
    modelNo: said('모델번호. 자료에 없는 유형은 비어 있음', 'MODEL_NO'),
    type,
    rank: said('순위. 순위가 없는 유형은 0', 'SUBSCRPT_RANK_CODE'),
    segment: said(
      '지역이나 유형의 코드. 01 해당지역, 02 기타지역, 03 기타경기',
      'RESIDE_SECD, RESIDNT_PRIOR_AT, SPSPLY_KND_CODE, REMNDR_HSHLD_PBLANC_TYCD',
    ),
    segmentName: said('지역이나 유형의 이름', 'RESIDE_SENM, RESIDNT_PRIOR_SENM, SPSPLY_KND_NM'),
    supply: said('공급세대수', 'SUPLY_HSHLDCO', '세대'),
    segmentSupply: said('유형의 공급세대수', 'SPSPLY_KND_HSHLDCO, …_HSHLDCO', '세대'),
    applicants: said('접수 건수', 'REQ_CNT, …_REQ_CNT', '건'),
    rate: said('경쟁률, 공식 자료에 적힌 그대로. (△12)는 12세대 미달', 'CMPET_RATE, …_CMPET_RATE'),
  },
};

export const specialSupply: TableWords = {
  title: '특별공급 신청현황',
  meaning: '주택형의 특별공급 유형 하나가 한 줄입니다. 유형 all은 합계입니다.',
  fields: {
    noticeId,
    type,
    category: ours('특별공급 유형. 공식 자료의 한 줄을 유형마다 나눔'),
    supply: said('배정 세대수', 'SPSPLY_HSHLDCO, …_HSHLDCO', '세대'),
    local: said('해당지역 신청 건수', 'CRSPAREA_…_CNT', '건'),
    province: said('기타경기(시도) 신청 건수', 'CTPRVN_…_CNT', '건'),
    other: said('기타지역 신청 건수', 'ETC_AREA_…_CNT', '건'),
    decided: said('기관추천이나 이전기관의 결정 건수', 'INSTT_RECOMEND_DCSN_CNT, TRANSR_INSTT_ENFSN_CNT', '건'),
    reserve: said('기관추천의 예비 건수', 'INSTT_RECOMEND_PREPAR_CNT', '건'),
    outcome: said('접수 결과', 'SUBSCRPT_RESULT_NM'),
  },
};

export const scores: TableWords = {
  title: '당첨 가점',
  meaning: '주택형과 지역마다 당첨자의 가점이 한 줄입니다. 공개 시각이 지나지 않은 값은 들어 있지 않습니다.',
  fields: {
    noticeId,
    modelNo,
    type,
    segment: said('지역 코드. 01 해당지역, 02 기타지역, 03 기타경기', 'RESIDE_SECD'),
    segmentName: said('지역 이름', 'RESIDE_SENM'),
    lowest: said('최저 가점, 적힌 그대로', 'LWET_SCORE', '점'),
    highest: said('최고 가점, 적힌 그대로', 'TOP_SCORE', '점'),
    average: said('평균 가점, 적힌 그대로', 'AVRG_SCORE', '점'),
  },
};

export const corrections: TableWords = {
  title: '정정',
  meaning: '바뀐 항목 하나가 한 줄입니다. 공식 자료를 다시 받아 견주어 찾습니다.',
  fields: {
    id: ours('정정 번호'),
    noticeId,
    revision: ours('공고의 몇 번째 정정인지'),
    modelNo: said('주택형의 모델번호. 공고 자체의 정정이면 비어 있음', 'MODEL_NO'),
    field: ours('바뀐 항목'),
    label: ours('항목의 이름'),
    before: ours('바뀌기 전'),
    after: ours('바뀐 뒤'),
    seenAt: ours('확인한 시각'),
  },
};

function withSources(
  labels: Record<string, string>,
  sources: Record<string, string>,
  units: Record<string, string>,
): TableWords['fields'] {
  return Object.fromEntries(
    Object.entries(labels).map(([field, label]) => [
      field,
      {
        // The unit has a column of its own.
        meaning: label.replace(/\((㎡|만원)\)$/, ''),
        source: sources[field] ?? null,
        ...(units[field] && { unit: units[field] }),
      },
    ]),
  );
}
