/**
 * 택지지구, 읍, 면, 동 and 리 that notices name instead of a 시군구. Each lies wholly in the 시군구 of its code, and nothing else in
 * that 시도 begins with its name. 위례, 광교, 내포, 남악 and 아산탕정 are not here: they lie across a border.
 */
export const areas: Record<string, string[]> = {
  11500: ['마곡'],
  11740: ['고덕강일'],
  26440: ['명지', '에코델타'],
  26710: ['일광', '정관'],
  27140: ['안심뉴타운'],
  28155: ['영종'],
  28185: ['송도'],
  28275: ['청라', '루원'],
  28290: ['검단'],
  30200: ['둔곡'],
  41130: ['분당', '판교'],
  41170: ['안양동'],
  41220: ['고덕국제', '평택고덕', '브레인시티'],
  41280: ['일산', '고양장항'],
  41290: ['과천지식정보타운'],
  41360: ['다산신도시', '별내', '왕숙지구', '왕숙2지구'],
  41370: ['오산세교'],
  41390: ['배곧', '시흥장현'],
  41450: ['감일지구', '교산지구', '미사강변'],
  41480: ['운정'],
  41570: ['김포한강'],
  41590: ['동탄', '봉담', '향남'],
  41630: ['옥정신도시', '양주옥정', '양주회천'],
  41830: ['양근리'],
  43110: ['가경동', '오송', '오창'],
  47110: ['남옥지구'],
  48330: ['사송'],
  50110: ['한림읍', '애월읍', '구좌읍', '조천읍', '한경면', '추자면', '우도면'],
  50130: ['대정읍', '남원읍', '성산읍', '안덕면', '표선면'],
  51130: ['원주혁신도시', '원주기업도시'],
  51150: ['연곡면'],
};

/**
 * The 동, estates and roads by which a 구 of 인천 that was divided on 2026-07-01 falls to one of its successors. 시천동 is missing
 * on purpose: the 아라뱃길, the new border, runs through it. 검단신도시 alone has blocks AA and AB.
 */
export const divided: Record<string, string[]> = {
  28125: [
    ...names('중앙동 해안동 관동 항동 송학동 사동 신생동 신포 답동 신흥 선화 유동 율목'),
    ...names('도원 내동 경동 용동 인현 전동 북성 선린 송월 연안 동인천 개항'),
  ],
  28155: names('영종 하늘 중산 운남 운서 운북 을왕 남북동 덕교 무의 용유'),
  28275: names('검암 경서 공촌 연희 심곡 가정 루원 신현 석남 원창 가좌 청라'),
  28290: names('검단 백석 마전 당하 원당 대곡 금곡 오류 왕길 불로 AA AB'),
};

function names(text: string) {
  return text.split(' ');
}
