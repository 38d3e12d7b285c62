import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { regions } from '../../../content/regions.ts';
import { sidoByCode, sigunguByCode } from '../../../content/regions/find.ts';
import { areas, divided } from '../../../db/ingest/places/areas.ts';
import { localNames } from '../../../db/ingest/places/names.ts';
import { placeOf } from '../../../db/ingest/places/place-of.ts';

const data = new URL('../../../../shared/data/', import.meta.url);
const notices = new URL('odcloud/getAPTLttotPblancDetail.jsonl', data);
const captures = new URL('api-captures/', data);

const notice = z
  .object({ HSSPLY_ADRES: z.string(), SUBSCRPT_AREA_CODE: z.string().nullable() })
  .transform((row) => ({ address: row.HSSPLY_ADRES, areaCode: row.SUBSCRPT_AREA_CODE }));
const envelope = z.object({ data: z.array(notice) });

test('an official address is its 시도 and 시군구', () => {
  expect(placeOf('경기도 고양시 일산동구 장항동 일산서구 대화동 일원', '410')).toEqual({
    sido: '41',
    sigungu: '41280',
    by: 'address',
  });
});

test.each([
  ['경상남도 양산시 물금읍 범어리 502-3번지 일원', '경남 양산시'],
  ['부산광역시 부산진구 부전동 257-3', '부산 부산진구'],
  ['부산광역시 강서구 범방동 2008번지', '부산 강서구'],
  ['서울특별시 강서구 방화동 608-97', '서울 강서구'],
  ['인천광역시 남동구 구월동 1200-2', '인천 남동구'],
  ['강원특별자치도 고성군 토성면 봉포리 40-5', '강원 고성군'],
  ['경상남도 고성군 고성읍 교사리 436-1', '경남 고성군'],
  ['경상북도 포항시 남구 구룡포읍 하정리 828번지외 5필지', '경북 포항시'],
  ['경기도 광주시 오포읍 고산리 567', '경기 광주시'],
  ['경기도 양주시 옥정동 938', '경기 양주시'],
  ['경기도 남양주시 다산동 6208', '경기 남양주시'],
  ['세종특별자치시 6-3생활권 M2블록', '세종 세종시'],
  ['세종특별자치시 마음안로 13(고운동 가락마을7단지)', '세종 세종시'],
])('%s lies in %s', (address, name) => {
  expect(where(address)).toBe(name);
});

test.each([
  ['부산시 사상구 모라동 1366-2', '부산 사상구'],
  ['서울시 강동구 상일동 28번지', '서울 강동구'],
  ['대전 유성구 둔곡지구 A-2블럭(유성구 둔곡동 257-11번지)', '대전 유성구'],
  ['충남 아산시 배방읍 세교리 1600 (아산탕정 택지개발지구 2-A11BL)', '충남 아산시'],
  ['경북 봉화군 봉화읍 해처리 104-2', '경북 봉화군'],
  ['전북 무주군 설천면 소천리 983-18번지', '전북 무주군'],
  ['경산북도 경산시 하양읍 서사리 278', '경북 경산시'],
  ['충천남도 아산시 배방읍 장재리 1346', '충남 아산시'],
  ['경기도　김포시　김포한강８로　１５（마산동，　한강센트럴블루힐）', '경기 김포시'],
  ['경기도 고양덕양구 도내동 산 45-2', '경기 고양시'],
  ['충청남도 천안동남구 목천읍 응원리 400', '충남 천안시'],
  ['경상북도 포항남구 오천읍 원리 1101', '경북 포항시'],
  ['전라남도 영광 학정리 593번지 일원', '전남 영광군'],
  ['부산광역시 동래구사직동 1058번지', '부산 동래구'],
  ['강원도 원주혁신도시 C4블록', '강원 원주시'],
  ['경기도 양주회천신도시 A-22BL', '경기 양주시'],
  ['제주특별자치도 애월읍 광령리 2680-2 일원', '제주 제주시'],
  ['경기도 수원특례시 망포동 1', '경기 수원시'],
  ['경기도  고양시덕양구(행신동)', '경기 고양시'],
  ['[경기도]하남시 감일동', '경기 하남시'],
  ['경기도 하남시 감일동'.normalize('NFD'), '경기 하남시'],
  ['갈매지구 B1블록 (구리시 갈매동)', '경기 구리시'],
  ['인천광역시 인천검단지구 RC3BL', '인천 검단구'],
])('%s, as somebody wrote it, lies in %s', (address, name) => {
  expect(where(address)).toBe(name);
});

test.each([
  ['경상북도 군위군 군위읍 동부리 12', '대구 군위군'],
  ['경북 군위 소보면', '대구 군위군'],
  ['대구광역시 군위군 효령면', '대구 군위군'],
  ['충청북도 청원군 오창읍 각리 639-2', '충북 청주시'],
  ['충청남도 연기군 조치원읍', '세종 세종시'],
  ['경상남도 마산시 합포구 월영동', '경남 창원시'],
  ['경상남도 진해시 석동', '경남 창원시'],
  ['제주도 북제주군 애월읍', '제주 제주시'],
  ['인천광역시 남구 도화동 43-7', '인천 미추홀구'],
  ['전라북도 전주완산구 효자동', '전북 전주시'],
  ['경기도 부천시 원미구 상동', '경기 부천시'],
  ['경기도 화성시 동탄구 오산동', '경기 화성시'],
  ['전남광주통합특별시 북구 용봉동', '광주 북구'],
  ['전남광주통합특별시 순천시 조례동', '전남 순천시'],
])('%s, by its former or its new name, lies in %s', (address, name) => {
  expect(where(address)).toBe(name);
});

test.each([
  ['인천광역시 제물포구 송림동 31-3번지 일원', '인천 제물포구'],
  ['인천광역시 동구 송림동 185번지 일원', '인천 제물포구'],
  ['인천광역시 중구 신흥동3가 7-79번지 외 25필지', '인천 제물포구'],
  ['인천광역시 중구 사동 23-4번지 일원', '인천 제물포구'],
  ['인천광역시 중구 중산동1871-1', '인천 영종구'],
  ['인천시 중구 운서동 운남동 운북동 중산동 일원 영종하늘도시 내 A37블록', '인천 영종구'],
  ['인천광역시 인천경제자유구역 영종지구 영종국제도시 내 A-42BL', '인천 영종구'],
  ['인천광역시 서구 가정동 심곡동 연희동 청라동 일원 인천가정2 공공주택지구내 A-2블록', '인천 서해구'],
  ['인천광역시 서구 열우물로240번길 17 (가좌동 라이프빌라)', '인천 서해구'],
  ['인천광역시 서구 당하 원당 마전 불로동 일원 인천검단 공공주택지구내 AA21블록', '인천 검단구'],
  ['인천광역시 서구 인천검단지구 내 AA13-2BL ', '인천 검단구'],
  ['인천광역시 서구 인천검단지구 RC3BL', '인천 검단구'],
  ['인천광역시 서구 AB12블록', '인천 검단구'],
  ['인천광역시 서구 ＡＢ１２블록', '인천 검단구'],
  ['인천광역시 서구 백석동 한들구역 도시개발사업1블럭1로트', '인천 검단구'],
  ['인천검단시 서구 불로동 484-3번지 일대(검단신도시 AB21-1BL)', '인천 검단구'],
])('%s, of the 구 that 2026 divided, lies in %s', (address, name) => {
  expect(where(address)).toBe(name);
});

test.each([
  ['부천시 원종동 일원 부천원종 공공주택지구내 B2블록', '410', '경기 부천시'],
  ['고흥군 고흥읍 남계리 1044번지', '513', '전남 고흥군'],
  ['창원시 마산회원구 합성2동 262-1번지 일원', '621', '경남 창원시'],
  ['광주시 탄벌동 532-2번지 일원', '410', '경기 광주시'],
  ['광주시 북구 운암동', '410', '광주 북구'],
  ['고성군 죽왕면', '200', '강원 고성군'],
  ['고성군 거류면', '621', '경남 고성군'],
  ['중구 대흥동 37-5', '300', '대전 중구'],
  ['남구 대명동', '700', '대구 남구'],
  ['북구 흥해읍', '712', '경북 포항시'],
  ['고양 장항 A-4블록 ', '410', '경기 고양시'],
  ['화성 봉담2지구 B-1BL 중흥S-클래스', '410', '경기 화성시'],
  ['평택 모산·영신지구 도시개발사업 구역 내 A3BL', '410', '경기 평택시'],
  ['오산세교2지구 A2블록', '410', '경기 오산시'],
  ['동탄2 택지개발지구 A94BL', '410', '경기 화성시'],
  ['화성동탄2 택지개발지구 A94BL', '410', '경기 화성시'],
  ['안심뉴타운 도시개발구역 B3BL', '700', '대구 동구'],
  ['갈현동 일원 과천지식정보타운 공공주택지구 S-8BL', '410', '경기 과천시'],
  ['안양동 190-6번지 일원', '410', '경기 안양시'],
  ['남성리 남옥지구 B블록 1롯트', '712', '경북 포항시'],
  ['광주연구개발특구 첨단3지구 A2블록(전라남도 장성군 진원면) ', '513', '전남 장성군'],
  ['서울특별시 고덕강일 공공주택지구 1블록(서울특별시 강동구 고덕동 136 일원)', '100', '서울 강동구'],
])('%s with area code %s lies in %s', (address, areaCode, name) => {
  expect(where(address, areaCode)).toBe(name);
});

test('the address outweighs the area code', () => {
  expect(where('경상북도 군위군 군위읍 동부리 12', '712')).toBe('대구 군위군');
  expect(where('경상북도 경산시 사동', '700')).toBe('경북 경산시');
  expect(where('구리시 갈매동 (중랑구 신내동 옆)', '100')).toBe('경기 구리시');
  expect(placeOf('대구광역시', '712')).toEqual({ sido: '27', sigungu: null, by: 'address' });
});

test('the area code is asked for the 시도 alone', () => {
  expect(placeOf('비수도권 소재 국민임대주택', '600')).toEqual({ sido: '26', sigungu: null, by: 'area-code' });
  expect(placeOf(null, '410')).toEqual({ sido: '41', sigungu: null, by: 'area-code' });
  expect(placeOf('행정중심복합도시 4-2생활권', '338')).toEqual({ sido: '36', sigungu: '36110', by: 'area-code' });
});

test('the area code tells 광주 from 전남 where the merged name does not', () => {
  expect(placeOf('전남광주통합특별시 첨단3지구', '513')?.sido).toBe('46');
  expect(placeOf('전남광주통합특별시 첨단3지구', '500')?.sido).toBe('29');
});

test.each([
  ['a 구 that many cities have', '중구 중동 12'],
  ['a 군 that two 도 have', '고성군 고성읍'],
  ['광주시, a city of 경기 and the 광역시', '광주시 탄벌동 532-2번지'],
  ['the merged 시도 without a 시군구', '전남광주통합특별시 첨단3지구'],
  ['an estate without a 시도', '동탄2 택지개발지구'],
  ['no place at all', '수도권 소재 국민임대주택'],
  ['nothing', ''],
])('%s is not guessed', (_, address) => {
  expect(placeOf(address, null)).toBeNull();
});

test.each([
  ['a divided 구 with no 동 that decides', '인천광역시 서구', '28'],
  ['시천동, which the new border cuts', '인천광역시 서구 시천동 12', '28'],
  ['a 동 that is called like a city', '경기도 고양동 산 1', '41'],
  ['a word that begins like a 군', '경상북도 고령자복지주택', '47'],
  ['제주, which is the 도 and not 제주시', '제주 중문관광단지', '50'],
])('%s is left at its 시도', (_, address, sido) => {
  expect(placeOf(address, null)).toEqual({ sido, sigungu: null, by: 'address' });
});

test('a code nobody knows is no place', () => {
  expect(placeOf(null, '999')).toBeNull();
  expect(placeOf(null, null)).toBeNull();
});

test('a name means one 시군구 of its 시도, or each that it may mean has 동 to tell them apart', () => {
  const shared = [...localNames.values()].flatMap(({ named }) =>
    [...named.values()].filter(({ meant }) => meant.length > 1),
  );
  expect(shared.length).toBe(2);
  for (const { meant } of shared) {
    const words = meant.flatMap(({ code }) => divided[code]!);
    expect(new Set(words).size).toBe(words.length);
  }
});

test('the lists of areas speak of 시군구 that exist', () => {
  expect([...Object.keys(areas), ...Object.keys(divided)].filter((code) => !sigunguByCode(code))).toEqual([]);
});

test('each 시군구 is found by its own name in its 시도', () => {
  for (const sido of regions)
    for (const { code, name } of sido.sigungu) {
      expect(placeOf(`${sido.fullName} ${name} 1`, null)).toEqual({ sido: sido.code, sigungu: code, by: 'address' });
      expect(placeOf(`${sido.name}${name}`, null)?.sigungu).toBe(code);
    }
});

test('real notices reach their 시군구', (context) => {
  context.skip(!existsSync(notices), `${notices.pathname} is not here`);
  const places = realNotices().map((real) => ({ ...real, place: placeOf(real.address, real.areaCode) }));
  expect(places.filter(({ place }) => place === null)).toEqual([]);
  expect(places.filter(({ place }) => !place?.sigungu).map(({ address }) => address)).toEqual([
    '비수도권 소재 국민임대주택', // Rental flats all over the country, in one notice.
    '수도권 소재 국민임대주택',
  ]);
  const byAddress = places.filter(({ place }) => place?.by === 'address');
  expect(byAddress.length / places.length).toBeGreaterThan(0.99);
  expect(byAddress.filter(({ place, areaCode }) => sidoByCode(place!.sido)?.areaCode !== areaCode)).toEqual([]);
});

test('the address alone, without the area code, never says another 시군구', (context) => {
  context.skip(!existsSync(notices), `${notices.pathname} is not here`);
  const real = realNotices();
  const alone = real.filter(({ address }) => placeOf(address, null)?.sigungu);
  expect(alone.length / real.length).toBeGreaterThan(0.99);
  expect(alone.filter(({ address, areaCode }) => where(address) !== where(address, areaCode))).toEqual([]);
});

test('the captured answers of 2026 reach their 시군구', (context) => {
  context.skip(!existsSync(captures), `${captures.pathname} is not here`);
  const found = readdirSync(captures)
    .filter((file) => file.includes('Detail.'))
    .flatMap((file) => envelope.parse(JSON.parse(readFileSync(new URL(file, captures), 'utf8'))).data)
    .map(({ address, areaCode }) => where(address, areaCode));
  expect(new Set(found)).toEqual(
    new Set(['경기 시흥시', '부산 강서구', '서울 광진구', '인천 미추홀구', '인천 제물포구']),
  );
});

function realNotices() {
  const lines = readFileSync(notices, 'utf8').trim().split('\n');
  return lines.map((line) => notice.parse(JSON.parse(line)));
}

function where(address: string, areaCode: string | null = null) {
  const place = placeOf(address, areaCode);
  if (!place?.sigungu) return place;
  return `${sidoByCode(place.sido)!.name} ${sigunguByCode(place.sigungu)!.name}`;
}
