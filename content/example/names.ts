import { officetelSort } from './officetel-sort.ts';
import type { Offer } from './offer.ts';
import { seeded } from './seeded.ts';
import type { Site } from './site.ts';

/** 주택명. Invented, and says so: each ends with (예시). */
export function nameOf(ordinal: number, offer: Offer, { block }: Site, buyable: boolean) {
  return `${complexName(ordinal, offer, block, buyable)} (예시)`;
}

function complexName(ordinal: number, offer: Offer, block: string | null, buyable: boolean) {
  const random = seeded(`${ordinal}/name`);
  const where = places[ordinal % places.length]!;
  const what = estates[ordinal % estates.length]!;
  switch (offer) {
    case 'public':
      return `${where}지구 ${block} ${what} 공공분양${random.pick(['', '(본청약)'])}`;
    case 'newlywed-town':
      return `${where}지구 ${block} 신혼희망타운(공공분양)${random.pick(['', ' 추가입주자모집'])}`;
    case 'rental':
      return buyable ? `${where} ${what} 10년 공공임대주택` : `${where} ${random.whole(1, 9)}단지 국민임대주택`;
    case 'optional':
      return `${where} ${what}(${random.whole(1, 23)}차)`;
    case 'officetel':
      return `${where} ${what} ${officetelSort(ordinal).name}`;
    case 'public-rent':
      return `${where}역 ${what}(${block})`;
    default:
      if (block && random.chance(0.2)) return `${where}국제물결도시 ${block} ${what} 등대호수공원 앞 첫째 마을`;
      if (block) return `${where}지구 ${what} ${block}`;
      return random.chance(0.4) ? `${where} ${what} ${random.whole(1, 4)}단지` : `${where} ${what}`;
  }
}

const places = words(`
  등대마을 물결공원 노을언덕 돛단배 갈매기 고래바위 조약돌 무지개다리 소금빛 반딧불 은물결 별자리 달무리 솔바람 구름정원
  산들바람 윤슬 여울목 나루터 파도소리 모래톱 포구마을 닻별 해오름 물안개 꽃내음 단풍길 느티나무 도토리 다람쥐 두루미
  종이배 풍차 은하정원 새벽별 함박눈 봄비 산호섬 진주조개 바람개비 나침반
`);

const estates = words(`
  푸른뜰 맑은숲 너른마당 고운결 햇살마루 바람자리 새아침 큰나루 물빛정원 솔숲마당 온마루 꽃담 돌담길 은빛마루 초록지붕
  파란대문 하얀돛 둥근달 물레방아 오솔길 한우물 별바라기 징검다리 너울 아랫목 툇마루 안마당 다락방 굴뚝새 빨간지붕
  느린오후 노란창 긴여름 첫눈 소나기 뭉게구름 밀물썰물
`);

function words(text: string) {
  return text.trim().split(/\s+/);
}
