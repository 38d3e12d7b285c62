/** Where a rule or a word was read, and on which day. `how` says what a reader must know to trust it. */
export type Source = { title: string; url: string; seenOn: string; how?: string | undefined };

export const sources = {
  applyhome: {
    title: '청약홈 「APT 청약안내」',
    url: 'https://www.applyhome.co.kr/',
    seenOn: '2026-11-22',
    how: '2024년 5월에 옮겨 적은 글로 읽었습니다. 그 뒤에 바뀐 내용은 청약홈에서 확인하세요.',
  },
  scoreTable: {
    title: '주택공급에 관한 규칙 별표 1 (가점제 적용기준)',
    url: 'https://www.law.go.kr/법령/주택공급에관한규칙',
    seenOn: '2026-11-22',
    how: '2024년 12월 18일 개정본을 인용한 글로 읽고, 청약홈 안내의 점수표와 견주었습니다.',
  },
  supplyRule: {
    title: '주택공급에 관한 규칙',
    url: 'https://www.law.go.kr/법령/주택공급에관한규칙',
    seenOn: '2026-11-22',
    how: '2026년 6월 15일 시행본(국토교통부령 제1592호)의 조문을 인용한 글로 읽었습니다.',
  },
  openData: {
    title: '한국부동산원 청약홈 분양정보 조회 서비스',
    url: 'https://www.data.go.kr/data/15098547/openapi.do',
    seenOn: '2026-11-22',
    how: '실제 자료와 항목 설명으로 확인했습니다.',
  },
  results: {
    title: '한국부동산원 청약홈 경쟁률 및 특별공급 신청현황 조회 서비스',
    url: 'https://www.data.go.kr/data/15098905/openapi.do',
    seenOn: '2026-11-22',
    how: '2020년부터 2025년까지의 실제 자료로 확인했습니다.',
  },
  faq: {
    title: '청약홈 자주 묻는 질문',
    url: 'https://www.applyhome.co.kr/',
    seenOn: '2026-11-22',
    how: '옮겨 적은 글로 읽었습니다.',
  },
  common: {
    title: '널리 알려진 설명',
    url: 'https://www.law.go.kr/',
    seenOn: '2026-11-22',
    how: '원문으로 확인하지 못했습니다.',
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof sources;
