/** What somebody types, and the notices that must be among the first three. */
export type Query = { typed: string; finds: string[] };

/** Asked of the real notices of 2020 to 2025, as of 18 June 2025. Names are those of buildings, as the notices print them. */
export const realQueries: Record<string, Query[]> = {
  'whole names': [
    { typed: '래미안 원베일리', finds: ['래미안 원베일리'] },
    { typed: '올림픽파크 포레온', finds: ['올림픽파크 포레온'] },
    { typed: '힐스테이트 송도 더스카이', finds: ['힐스테이트 송도 더스카이'] },
    { typed: '힐스테이트 메디알레', finds: ['힐스테이트 메디알레'] },
    { typed: '레이카운티', finds: ['레이카운티'] },
    { typed: '르엘 신반포', finds: ['르엘 신반포'] },
    { typed: '과천제이드자이', finds: ['과천제이드자이'] },
    { typed: '디에이치 방배', finds: ['디에이치 방배'] },
    { typed: '청담 르엘', finds: ['청담 르엘'] },
  ],
  'parts of names': [
    { typed: '원베일리', finds: ['래미안 원베일리'] },
    { typed: '포레온', finds: ['올림픽파크 포레온'] },
    { typed: '메디알레', finds: ['힐스테이트 메디알레'] },
    { typed: '송도 더스카이', finds: ['힐스테이트 송도 더스카이'] },
    { typed: '제이드', finds: ['과천제이드자이'] },
    { typed: '퀘렌시아', finds: ['포항 양학 신원아침도시 퀘렌시아'] },
    { typed: '크레스트', finds: ['용현자이 크레스트'] },
  ],
  초성: [
    { typed: 'ㄹㅁㅇㅇㅂㅇㄹ', finds: ['래미안 원베일리'] },
    { typed: 'ㄹㅁㅇ ㅇㅂㅇㄹ', finds: ['래미안 원베일리'] },
    { typed: 'ㅎㅅㅌㅇㅌㅅㄷㄷㅅㅋㅇ', finds: ['힐스테이트 송도 더스카이'] },
    { typed: 'ㅎㅅㅌㅇㅌ ㅁㄷㅇㄹ', finds: ['힐스테이트 메디알레'] },
    { typed: 'ㄹㅇㅋㅇㅌ', finds: ['레이카운티'] },
    { typed: 'ㅇㄹㅍㅍㅋㅍㄹㅇ', finds: ['올림픽파크 포레온'] },
    { typed: 'ㄱㅊㅈㅇㄷㅈㅇ', finds: ['과천제이드자이'] },
    { typed: '래미안 ㅇㅂ', finds: ['래미안 원베일리'] },
    { typed: '힐스ㅌㅇㅌ 메디', finds: ['힐스테이트 메디알레'] },
  ],
  'half typed': [
    { typed: '래미안 원벵', finds: ['래미안 원베일리'] },
    { typed: '힐스테이트 멛', finds: ['힐스테이트 메디알레'] },
    { typed: '힐스테이트 메디아ㄹ', finds: ['힐스테이트 메디알레'] },
    { typed: '레이카운ㅌ', finds: ['레이카운티'] },
    { typed: '레이카우', finds: ['레이카운티'] },
    { typed: '올림픽파ㅋ', finds: ['올림픽파크 포레온'] },
    { typed: '디에이치 바', finds: ['디에이치 방배'] },
    { typed: '청담 르', finds: ['청담 르엘'] },
  ],
  'the other keyboard': [
    { typed: 'foaldks dnjsqpdlffl', finds: ['래미안 원베일리'] },
    { typed: 'glftmxpdlxm apeldkffp', finds: ['힐스테이트 메디알레'] },
    { typed: 'fpdlzkdnsxl', finds: ['레이카운티'] },
    { typed: 'FPDLZKDNSXL', finds: ['레이카운티'] },
    { typed: 'dhfflavlrvkzm', finds: ['올림픽파크 포레온'] },
    { typed: 'cjdeka fmdpf', finds: ['청담 르엘'] },
  ],
  spacing: [
    { typed: '래미안원베일리', finds: ['래미안 원베일리'] },
    { typed: '힐스테이트송도더스카이', finds: ['힐스테이트 송도 더스카이'] },
    { typed: '힐스 테이트 송도 더 스카이', finds: ['힐스테이트 송도 더스카이'] },
    { typed: '레이 카운티', finds: ['레이카운티'] },
    { typed: '더스카이 송도', finds: ['힐스테이트 송도 더스카이'] },
    { typed: '방배디에이치', finds: ['디에이치 방배'] },
    { typed: '신반포르엘', finds: ['르엘 신반포'] },
  ],
  'brands in either letters': [
    { typed: '이편한세상 순천 어반타워', finds: ['e편한세상 순천 어반타워'] },
    { typed: 'e편한세상 순천', finds: ['e편한세상 순천 어반타워'] },
    { typed: 'e-편한세상 순천', finds: ['e편한세상 순천 어반타워'] },
    { typed: '두호 sk뷰 푸르지오', finds: ['두호 SK VIEW 푸르지오 1단지', '두호 SK VIEW 푸르지오 2단지'] },
    { typed: '두호 에스케이뷰', finds: ['두호 SK VIEW 푸르지오 1단지', '두호 SK VIEW 푸르지오 2단지'] },
    { typed: 'hillstate 메디알레', finds: ['힐스테이트 메디알레'] },
    { typed: 'the h 방배', finds: ['디에이치 방배'] },
    { typed: 'xi 과천제이드', finds: ['과천제이드자이'] },
    { typed: 'the sharp 오포', finds: ['더샵 오포센트리체'] },
    { typed: 'raemian 원베일리', finds: ['래미안 원베일리'] },
    { typed: '레미안 원배일리', finds: ['래미안 원베일리'] },
    { typed: '엘에이치 하남감일', finds: ['LH 하남감일A-6BL 행복주택 추가입주자 모집'] },
  ],
  'places, builders and numbers': [
    { typed: '서울 서초 원베일리', finds: ['래미안 원베일리'] },
    { typed: '강동구 포레온', finds: ['올림픽파크 포레온'] },
    { typed: '인천 연수구 더스카이', finds: ['힐스테이트 송도 더스카이'] },
    { typed: '수원시 영통 푸르지오 파인베르', finds: ['영통 푸르지오 파인베르(A2BL)'] },
    { typed: '부산 연제구 레이', finds: ['레이카운티'] },
    { typed: '현대건설 메디알레', finds: ['힐스테이트 메디알레'] },
    { typed: '삼성물산 원베일리', finds: ['래미안 원베일리'] },
    { typed: '포스코이앤씨 오포', finds: ['더샵 오포센트리체'] },
    { typed: 'gs건설 과천', finds: ['과천제이드자이'] },
    { typed: '2025000192', finds: ['어나드 범어'] },
    { typed: '원천동 푸르지오', finds: ['영흥공원 푸르지오 파크비엔'] },
  ],
  'a slip of the finger': [
    { typed: '힐스테이드 메디알레', finds: ['힐스테이트 메디알레'] },
    { typed: '래미안 원배이리', finds: ['래미안 원베일리'] },
    { typed: '래미안 원밸리', finds: ['래미안 원베일리'] },
    { typed: '레이카운운티', finds: ['레이카운티'] },
    { typed: '올림픽바크 포레온', finds: ['올림픽파크 포레온'] },
  ],
};

/** Asked where the real notices are not on the machine: every name of the example, as it is and in three other ways. */
export function exampleQueries(names: string[]): Record<string, Query[]> {
  return {
    'whole names': names.map((name) => ({ typed: name, finds: [name] })),
    spacing: names.map((name) => ({ typed: name.replaceAll(' ', ''), finds: [name] })),
    'half typed': names.map((name) => ({ typed: name.slice(0, -1), finds: [name] })),
  };
}
