import { expect, test } from 'vitest';
import { regions } from '../../content/regions.ts';
import { sidoByCode, sidoBySlug, sigunguByCode, sigunguBySlug } from '../../content/regions/find.ts';

const units = regions.flatMap((sido) => sido.sigungu.map((sigungu) => ({ sido, ...sigungu })));

test('the 시도 stand in the official order', () => {
  expect(regions.map((sido) => sido.name).join(' ')).toBe(
    '서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주',
  );
});

test('every 시군구 of November 2026 is there', () => {
  expect(regions.map((sido) => sido.sigungu.length)).toEqual([
    25, 16, 9, 11, 5, 5, 5, 1, 31, 18, 11, 15, 14, 22, 22, 18, 2,
  ]);
});

test('codes are unique, and that of a 시군구 begins with that of its 시도', () => {
  expect(new Set(regions.map((sido) => sido.code)).size).toBe(regions.length);
  expect(new Set(units.map((unit) => unit.code)).size).toBe(units.length);
  expect(regions.filter((sido) => !/^\d\d$/.test(sido.code))).toEqual([]);
  expect(units.filter((unit) => !/^\d{5}$/.test(unit.code) || !unit.code.startsWith(unit.sido.code))).toEqual([]);
});

test('slugs can stand in a URL, are unique in their 시도 and end as the Korean name does', () => {
  const endings: Record<string, string> = { 시: '-si', 군: '-gun', 구: '-gu' };
  expect(new Set(regions.map((sido) => sido.slug)).size).toBe(regions.length);
  expect(new Set(units.map((unit) => `${unit.sido.slug}/${unit.slug}`)).size).toBe(units.length);
  expect(regions.filter((sido) => !/^[a-z]+$/.test(sido.slug))).toEqual([]);
  expect(units.filter((unit) => !/^[a-z]+-[a-z]+$/.test(unit.slug))).toEqual([]);
  expect(units.filter((unit) => !unit.slug.endsWith(endings[unit.name.at(-1)!]!))).toEqual([]);
});

test('two 시군구 of one name have one slug wherever they are', () => {
  const slugs = Map.groupBy(units, (unit) => unit.name);
  expect([...slugs.values()].filter((same) => new Set(same.map((unit) => unit.slug)).size > 1)).toEqual([]);
});

test('no two 시군구 of a 시도 share a name or a 일반구', () => {
  for (const sido of regions) {
    const names = sido.sigungu.flatMap((unit) => [unit.name, ...(unit.wards ?? [])]);
    expect(new Set(names).size, sido.name).toBe(names.length);
  }
});

test('each area code of the open API is one 시도', () => {
  const codes = '100 200 300 312 338 360 400 410 500 513 560 600 621 680 690 700 712'.split(' ');
  expect(regions.map((sido) => sido.areaCode).sort()).toEqual(codes);
});

test('every centroid lies in Korea and near the middle of its 시도', () => {
  const islands = ['옹진군', '울릉군'];
  expect([...regions, ...units].filter((place) => !isInKorea(place))).toEqual([]);
  for (const unit of units) {
    const nearest = regions.toSorted((a, b) => kilometres(a, unit) - kilometres(b, unit)).slice(0, 5);
    expect(nearest, unit.name).toContain(unit.sido);
    if (!islands.includes(unit.name)) expect(kilometres(unit.sido, unit), unit.name).toBeLessThan(130);
  }
});

test('the units that 2023 to 2026 made or moved are where they are now', () => {
  expect(nameOf('27720')).toBe('대구 군위군');
  expect(nameOf('28125')).toBe('인천 제물포구');
  expect(nameOf('28155')).toBe('인천 영종구');
  expect(nameOf('28275')).toBe('인천 서해구');
  expect(nameOf('28290')).toBe('인천 검단구');
  expect(sigunguByCode('41590')?.wards).toEqual(['만세구', '효행구', '병점구', '동탄구']);
  expect(sigunguByCode('41190')?.wards).toEqual(['원미구', '소사구', '오정구']);
  expect(sidoByCode('51')?.fullName).toBe('강원특별자치도');
  expect(sidoByCode('52')?.fullName).toBe('전북특별자치도');
});

test('the former 구 of 인천 have no code of their own', () => {
  expect(['28110', '28140', '28260'].map(sigunguByCode)).toEqual([undefined, undefined, undefined]);
});

test('a page finds a region by the slugs of its address', () => {
  const gyeonggi = sidoBySlug('gyeonggi')!;
  expect(sigunguBySlug(gyeonggi, 'goyang-si')?.name).toBe('고양시');
  expect(sigunguBySlug(gyeonggi, 'jung-gu')).toBeUndefined();
  expect(sidoBySlug('honam')).toBeUndefined();
});

type Point = { lat: number; lon: number };

function isInKorea({ lat, lon }: Point) {
  return lat > 33 && lat < 38.7 && lon > 124.5 && lon < 131.9;
}

function kilometres(a: Point, b: Point) {
  return 111 * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((36.5 * Math.PI) / 180));
}

function nameOf(code: string) {
  return `${sidoByCode(code.slice(0, 2))?.name} ${sigunguByCode(code)?.name}`;
}
