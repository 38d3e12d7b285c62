import { houseTypeLabels, noticeLabels } from '../../db/catalog/labels.ts';

/** A file of open data: where it lies, what a row of it is, and the names of its fields. */
export type DataFile = { href: string; title: string; meaning: string; fields: { name: string; meaning: string }[] };

export const dataFiles: DataFile[] = [
  {
    href: '/data/notices.json',
    title: '공고',
    meaning: '입주자모집공고 하나가 한 줄입니다. 날짜는 YYYY-MM-DD, 시각은 UTC, 금액은 만원입니다.',
    fields: [
      ...fieldsOf(noticeLabels),
      { name: 'held', meaning: '운영자가 결과 공개를 보류했는지' },
      { name: 'competitionMovedTo', meaning: '운영자가 옮긴 경쟁률·특별공급 공개 시각' },
      { name: 'scoreMovedTo', meaning: '운영자가 옮긴 당첨 가점 공개 시각' },
      { name: 'extendedTo', meaning: '연장된 접수 마감 시각' },
    ],
  },
  {
    href: '/data/house-types.json',
    title: '주택형',
    meaning: '공고의 주택형 하나가 한 줄입니다.',
    fields: fieldsOf(houseTypeLabels),
  },
  {
    href: '/data/competition.json',
    title: '경쟁률',
    meaning: '공개된 경쟁률표의 한 칸이 한 줄입니다. 공개 시각이 지나지 않은 값은 들어 있지 않습니다.',
    fields: fieldsOf({
      noticeId: '주택관리번호',
      modelNo: '모델번호',
      type: '주택형',
      rank: '순위. 순위가 없는 유형은 0',
      segment: '지역이나 유형의 코드. 01 해당지역, 02 기타지역, 03 기타경기',
      segmentName: '지역이나 유형의 이름',
      supply: '공급세대수',
      segmentSupply: '유형의 공급세대수',
      applicants: '접수 건수',
      rate: '경쟁률, 공식 자료에 적힌 그대로',
    }),
  },
  {
    href: '/data/special-supply.json',
    title: '특별공급 신청현황',
    meaning: '주택형의 특별공급 유형 하나가 한 줄입니다. 유형 all은 합계입니다.',
    fields: fieldsOf({
      noticeId: '주택관리번호',
      type: '주택형',
      category: '특별공급 유형',
      supply: '배정 세대수',
      local: '해당지역 신청 건수',
      province: '기타경기(시도) 신청 건수',
      other: '기타지역 신청 건수',
      decided: '기관추천이나 이전기관의 결정 건수',
      reserve: '기관추천의 예비 건수',
      outcome: '접수 결과',
    }),
  },
  {
    href: '/data/scores.json',
    title: '당첨 가점',
    meaning: '주택형과 지역마다 당첨자의 가점이 한 줄입니다.',
    fields: fieldsOf({
      noticeId: '주택관리번호',
      modelNo: '모델번호',
      type: '주택형',
      segment: '지역 코드',
      segmentName: '지역 이름',
      lowest: '최저 가점',
      highest: '최고 가점',
      average: '평균 가점',
    }),
  },
  {
    href: '/data/corrections.json',
    title: '정정',
    meaning: '바뀐 항목 하나가 한 줄입니다.',
    fields: fieldsOf({
      id: '정정 번호',
      noticeId: '주택관리번호',
      revision: '공고의 몇 번째 정정인지',
      modelNo: '주택형의 모델번호. 공고 자체의 정정이면 비어 있음',
      field: '바뀐 항목',
      label: '항목의 이름',
      before: '바뀌기 전',
      after: '바뀐 뒤',
      seenAt: '확인한 시각',
    }),
  },
];

function fieldsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([name, meaning]) => ({ name, meaning }));
}
