import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ids } from '../small-catalog.ts';
import { linksOf, mainOf } from './built-site.ts';
import { renderSite } from './render-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let client: string;

beforeAll(async () => {
  client = await renderSite(folder, 'site');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function htmlOf(path: string) {
  return readFileSync(join(client, path, 'index.html'), 'utf8');
}

function textAt(path: string) {
  return mainOf(htmlOf(path));
}

describe('the home page, on a Tuesday at ten', () => {
  test('tells what closes today and until when', () => {
    expect(textAt('/')).toMatch(/오늘 마감 1 17:30까지 신청할 수 있습니다\. 등대마을 둘째 단지 오늘 마감/);
  });

  test('tells what can be applied for now, and by whom today', () => {
    expect(textAt('/')).toMatch(/지금 접수중 \d .*등대마을 첫째 단지 접수중 .*?오늘 1순위 해당지역·기타경기·기타지역/);
  });

  test('tells what begins tomorrow', () => {
    expect(textAt('/')).toMatch(/곧 접수 시작 1 오늘과 내일 접수를 시작합니다\. 등대마을 셋째 단지 접수 예정/);
  });

  test('tells at which hour results become known, before and after it', () => {
    expect(textAt('/')).toMatch(/오늘 09:00 당첨 가점 .*오늘 19:30 이후 경쟁률 등대마을 둘째 단지/);
    expect(linksOf(htmlOf('/'))).toContain(`/results/${ids.closing}/`);
  });

  test('leads to published results, corrections, every 시도 and every kind', () => {
    expect(textAt('/')).toMatch(/최근 공개된 결과 .*넷째 단지/);
    expect(textAt('/')).toMatch(/최근 정정 등대마을 첫째 단지/);
    const links = linksOf(htmlOf('/'));
    expect(links.filter((href) => /^\/notices\/region\/[a-z]+\/$/.test(href))).toHaveLength(17);
    expect(links.filter((href) => href.startsWith('/notices/kind/'))).toHaveLength(6);
  });

  test('holds no notice in two of its parts', () => {
    const receipts = htmlOf('/').replace(/<h2[^>]*>\s*오늘 결과 공개.*$/s, '');
    const lists = linksOf(receipts).filter((href) => /\d{10}/.test(href));
    expect(new Set(lists).size).toBe(lists.length);
  });
});

describe('a notice', () => {
  test('shows its state, its days and what can be applied for now', () => {
    const text = textAt(`/notices/${ids.open}/`);
    expect(text).toContain('접수중 아파트 2026년 11월 13일(금) 공고 등대마을 첫째 단지');
    expect(text).toContain('청약 접수 11월 23일(월) ~ 25일(수)');
    expect(text).toContain('1순위 해당지역·기타경기·기타지역 접수 지금 접수중 11월 24일(화)');
    expect(text).toContain('공개 11월 25일(수) 19:30 이후');
    expect(text).toContain('당첨 가점 공개 12월 2일(수) 09:00 이후');
  });

  test('leads with what happens now, or next', () => {
    expect(textAt(`/notices/${ids.open}/`)).toContain(
      '지금 접수중 1순위 해당지역·기타경기·기타지역 접수 11월 24일(화) 09:00~17:30 공급 규모 869세대 일반 76 · 특별 40',
    );
    expect(textAt(`/notices/${ids.upcoming}/`)).toContain('다음 일정 특별공급 접수 11월 25일(수)');
    expect(textAt(`/notices/${ids.publicRent}/`)).toContain('다음 일정 당첨자 발표 11월 27일(금) 공급 규모');
  });

  test('marks today on the way from the announcement to the keys', () => {
    expect(textAt(`/notices/${ids.remainder}/`)).toContain('19:30 이후 오늘 11월 24일(화) 당첨자 발표 11월 27일(금)');
    expect(textAt('/notices/2025000001/')).not.toContain('오늘');
  });

  test('says which days of a receipt take no applications', () => {
    expect(textAt(`/notices/${ids.optional}/`)).toContain('11월 19일(목) ~ 30일(월) 주말에는 접수하지 않습니다');
  });

  test('explains regulation and words where the glossary does', () => {
    const links = linksOf(htmlOf(`/notices/${ids.open}/`)).filter((href) => href.startsWith('/glossary/#'));
    expect(links).toContain('/glossary/#tuugi');
    expect(links).toContain('/glossary/#teukbyeol-gonggeup');
    expect(links).toContain('/glossary/#pyeong');
    expect(new Set(links).size).toBe(links.length);
  });

  test('can be found on maps, and taken into a calendar while days are to come', () => {
    const links = linksOf(htmlOf(`/notices/${ids.remainder}/`));
    const address = encodeURIComponent('부산광역시 강서구 범방동 2008번지');
    expect(links).toContain(`https://map.kakao.com/link/search/${address}`);
    expect(links).toContain(`https://map.naver.com/p/search/${address}`);
    expect(links).toContain(`/notices/${ids.remainder}/schedule.ics`);
    expect(links.filter((href) => href.startsWith('https://calendar.google.com/'))).toHaveLength(2);
    expect(linksOf(htmlOf('/notices/2025000001/')).filter((href) => /calendar\.google|\.ics/.test(href))).toEqual([]);
  });

  test('leads to others of its 시군구, with what became of them', () => {
    expect(textAt(`/notices/${ids.closing}/`)).toMatch(
      /강남구의 다른 공고 .*등대마을 넷째 단지 아파트 · 2026년 11월 8일\(일\) 공고 · 1순위 33\.32 : 1 .*계산값입니다/,
    );
    expect(textAt(`/notices/${ids.closed}/`)).toMatch(/등대마을 둘째 단지 아파트 · 2026년 11월 12일\(목\) 공고 (?!·)/);
  });

  test('tells programs where it stands and what it is of', () => {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(htmlOf(`/notices/${ids.open}/`))![1]!;
    type About = { '@graph': [way: { itemListElement: { name: string }[] }, homes: object] };
    const [way, homes] = (JSON.parse(json) as About)['@graph'];
    expect(way.itemListElement.map(({ name }) => name)).toEqual(['홈', '공고', '경기', '고양시', '등대마을 첫째 단지']);
    expect(homes).toMatchObject({ '@type': 'ApartmentComplex', address: { addressLocality: '고양시' } });
  });

  test('names what closes today as well', () => {
    expect(textAt(`/notices/${ids.closing}/`)).toContain('접수중 오늘 마감 아파트');
  });

  test('tells sizes, households and prices in the words of a reader', () => {
    const text = textAt(`/notices/${ids.open}/`);
    expect(text).toContain(
      '84.98A 전용 84.98㎡ 25.7평 공급 112.54㎡ 34.0평 일반 26 특별 20 최고 분양가 5억 4,000만원 3.3㎡당(공급) 1,583만원',
    );
    expect(text).toContain('59.00 전용 59㎡ 17.8평');
    expect(text).toContain('최고 분양가 5억 4,000만원 ~ 12억원');
    expect(text).toContain('84.98A 계 20 다자녀 4 신혼부부 8 생애최초 4 노부모부양 1 기관추천 3');
  });

  test('leads to its 시군구, its results and the official notice', () => {
    const links = linksOf(htmlOf(`/notices/${ids.open}/`));
    expect(links).toContain('/notices/region/gyeonggi/goyang-si/');
    expect(links).toContain(`/results/${ids.open}/`);
    expect(links.some((href) => href.startsWith('https://www.applyhome.co.kr/ai/'))).toBe(true);
    expect(links).toContain('tel:0319410998');
  });

  test('shows what was corrected, and when that was seen', () => {
    const text = textAt(`/notices/${ids.open}/`);
    expect(text).toContain('정정 5건');
    expect(text).toContain('2026년 11월 24일(화) 확인');
    expect(text).toContain('84.98A형 분양최고금액 정정 전 5억 3,000만원 → 정정 후 5억 4,000만원');
    expect(text).toContain('84.98A형 일반공급 정정 전 25 → 정정 후 26');
    expect(text).toContain('분양가상한제 정정 전 해당 → 정정 후 아님');
    expect(text).toContain('당첨자발표일 정정 전 2026년 12월 1일(화) → 정정 후 2026년 12월 2일(수)');
    expect(text).not.toContain('84.98A형 공급세대수');
  });

  test('marks a price that can hardly be meant, and keeps it out of the range', () => {
    const text = textAt(`/notices/${ids.doubtful}/`);
    expect(text).toContain('69억 3,790만원 금액 확인 필요 3.3㎡당(공급) 2억 7,880만원');
    expect(text).toContain('최고 분양가 5억 3,000만원 ~ 12억원 확인이 필요한 금액 1건이 따로 있습니다');
  });

  test('says what it does not know', () => {
    expect(textAt(`/notices/${ids.placeless}/`)).toContain('시군구를 확인하지 못했습니다');
    const text = textAt(`/notices/${ids.withoutWinners}/`);
    expect(text).toContain('당첨자 발표 미정');
    expect(text).toContain('입주 예정 미정');
    expect(text).toContain('공급 규모 미정');
    expect(textAt(`/notices/${ids.held}/`)).toContain('청약 접수 11월 9일(월)부터');
    expect(textAt(`/notices/${ids.held}/`)).toContain('마감일이 공식 자료에 없습니다');
    expect(textAt(`/notices/${ids.held}/`)).toContain('공개 시각을 정할 수 없어 보류합니다');
  });

  test('makes no link of what is no web address or telephone number', () => {
    const path = `/notices/${ids.hostile}/`;
    expect(textAt(path)).toContain('홈페이지 javascript:alert(1)');
    expect(textAt(path)).toContain('문의처 문의는 방문으로');
    expect(textAt(path)).toContain('<script>alert(1)</script> & "따옴표"');
    expect(linksOf(htmlOf(path)).filter((href) => /^(javascript|data|tel):/.test(href))).toEqual([]);
  });

  test('calls the amount of a flat to let by its name, and computes nothing from it', () => {
    const text = textAt(`/notices/${ids.rent}/`);
    expect(text).toContain('임대주택의 금액은 보증금일 수 있습니다');
    expect(text).not.toContain('3.3㎡당');
  });
});

describe('results', () => {
  test('are promised for an instant before it', () => {
    const html = htmlOf(`/results/${ids.open}/`);
    expect(mainOf(html)).toContain('경쟁률 발표 예정 11월 25일(수) 19:30 이후');
    expect(html).toContain('<time datetime="2026-11-25T19:30:00+09:00"');
    expect(mainOf(html)).toContain('특별공급 신청현황 발표 예정');
    expect(mainOf(html)).toContain('당첨 가점 발표 예정 12월 2일(수) 09:00 이후');
  });

  test('are held where a day is missing', () => {
    expect(textAt(`/results/${ids.held}/`)).toContain('경쟁률 공개 보류 공식 자료에 필요한 날짜가 없어');
    expect(textAt(`/results/${ids.withoutWinners}/`)).toContain('당첨 가점 공개 보류');
  });

  test('say that the official data has none yet', () => {
    expect(textAt(`/results/${ids.withoutRows}/`)).toContain('경쟁률 공식 자료에 아직 결과가 없습니다.');
  });

  test('are printed as they are, in the order in which they are drawn', () => {
    const text = textAt(`/results/${ids.announced}/`);
    expect(text).toContain(
      '순위 지역 접수 경쟁률 84.98A 공급 25세대 1순위 해당지역 730 29.20 기타경기 90 - 기타지역 13 - ' +
        '2순위 해당지역 4 (△12) 기타경기 0 - 기타지역 2,182 2,182.00',
    );
    expect(text).toContain('‘(△12)’는 신청이 모집보다 적어 12세대가 남았다는 뜻입니다');
    expect(text).toContain('‘-’는 앞 순서에서 모집이 끝났거나');
  });

  test('of rank 1 are summed up, and said to be computed', () => {
    expect(textAt(`/results/${ids.announced}/`)).toMatch(/청약등대가 계산했습니다\. .*84\.98A 25 833 33\.32 : 1/);
  });

  test('hold special supply and scores', () => {
    const text = textAt(`/results/${ids.announced}/`);
    expect(text).toContain(
      '84.98A 특별공급 4세대 · 청약접수 종료 다자녀 1 5 1 - 신혼부부 1 14 - 18 생애최초 1 23 - 52',
    );
    expect(text).toContain('기관추천 1 결정 0');
    expect(text).toContain('주택형마다 당첨 가점 지역 최저 최고 평균 84.98A 해당지역 59 74 64.27 기타지역 59 74 -');
  });

  test('are drawn with their numbers, which those hear who do not see them', () => {
    const html = htmlOf(`/results/${ids.announced}/`);
    const text = mainOf(html);
    expect(text).toContain('공급한 세대와 접수한 건수');
    expect(text).toContain('84.98A형 공급 25세대 1순위 833건 2순위 2,186건.');
    expect(text).toMatch(/당첨 가점의 범위 .*84\.98A 해당지역 최저 59점 최고 74점 평균 64\.27점/);
    expect(text).toMatch(/특별공급 유형마다 세대와 신청 .*신혼부부 1세대에 32건/);
    for (const [, label] of html.matchAll(/<svg[^>]* role="img" aria-labelledby="([^"]+)"/g))
      for (const id of label!.split(' ')) expect(html).toContain(`id="${id}"`);
    expect(html.match(/<svg[^>]* role="img"/g)).toHaveLength(3);
  });

  test('are explained with their own first example', () => {
    const text = textAt(`/results/${ids.announced}/`);
    expect(text).toContain('여기서는 84.98A형 2순위 해당지역에 있습니다.');
    expect(text).toContain('여기서는 84.98A형 1순위 기타경기(접수 90건)부터입니다.');
    expect(text).toContain('84.98A형 2순위 기타지역의 2,182.00처럼');
    expect(linksOf(htmlOf(`/results/${ids.announced}/`))).toContain('/guides/competition/');
  });

  test.each([ids.open, ids.held, ids.withoutRows])('of %s have neither picture nor frame of one', (id) => {
    expect(htmlOf(`/results/${id}/`)).not.toMatch(/plot-|results-pictures|<figure/);
  });

  test('come out part by part: the competition today, the scores on the winners’ day', () => {
    const text = textAt(`/results/${ids.closed}/`);
    expect(text).toContain('29.20');
    expect(text).toContain('당첨 가점 발표 예정 11월 26일(목) 09:00 이후');
    expect(text).not.toContain('64.27');
  });

  test.each([
    [ids.remainder, '84.9811C 공급 7세대 사후 접수 1,234 176.29'],
    [ids.resupply, '84.9811C 공급 1세대 일반 1 2,182 2,182.00'],
    [ids.officetel, '84OB 공급 7세대 거주자우선 1,234 (△3) 기타 1,234 176.29'],
    [ids.publicRent, '59A-1 공급 7세대 청년 6 1,234 176.29'],
  ])('of %s have the shape of their kind', (id, words) => {
    expect(textAt(`/results/${id}/`)).toContain(words);
    expect(textAt(`/results/${id}/`)).not.toContain('당첨 가점');
  });

  test('have a page that tells what is due today, what later and what is there', () => {
    const text = textAt('/results/');
    expect(text).toMatch(/오늘 나오는 결과 오늘 09:00 당첨 가점 결과가 늦는 단지 .*오늘 19:30 이후 경쟁률/);
    expect(text).toMatch(/앞으로 나올 결과 11월 25일\(수\) 19:30 이후 경쟁률 등대마을 첫째 단지/);
    expect(text).toMatch(/최근 공개된 결과 .*넷째 단지/);
  });
});

describe('past results', () => {
  test('of a 시도 are told by half-years and one by one', () => {
    const text = textAt('/results/region/gyeonggi/');
    expect(text).toContain(
      '시기 공고 공급 1순위 접수 전체 중앙값 가점 최저 ~ 최고 2026년 하반기 1 25 833 33.32 : 1 33.32 : 1 59 ~ 74',
    );
    expect(text).toMatch(
      /최근 공개된 결과 .*다섯째 단지 경기 고양시 · 아파트 · 11월 4일\(수\) 공개 · 1순위 계산값 33\.32 : 1/,
    );
    expect(linksOf(htmlOf('/results/region/gyeonggi/'))).toContain('/results/region/gyeonggi/goyang-si/');
  });

  test('have a page where there are none yet', () => {
    expect(textAt('/results/region/jeju/')).toContain('공개된 아파트 결과가 아직 없습니다.');
    expect(textAt('/results/kind/optional/')).toContain('공개된 임의공급 결과가 아직 없습니다.');
  });

  test('have none for a 시군구 that never had a notice', () => {
    const links = linksOf(htmlOf('/results/region/gyeonggi/')).filter((link) => /region\/gyeonggi\/./.test(link));
    expect(links).toContain('/results/region/gyeonggi/goyang-si/');
    expect(links).not.toContain('/results/region/gyeonggi/gapyeong-gun/');
    expect(existsSync(join(client, 'results/region/gyeonggi/gapyeong-gun'))).toBe(false);
  });

  test('can be found from the page of results and from those of a notice', () => {
    expect(linksOf(htmlOf('/results/'))).toContain('/results/kind/resupply/');
    expect(linksOf(htmlOf(`/results/${ids.open}/`))).toContain('/results/region/gyeonggi/goyang-si/');
  });
});

describe('lists', () => {
  test('of a place hold what is current, then what has been', () => {
    const text = textAt('/notices/region/gyeonggi/goyang-si/');
    expect(text).toMatch(/접수중·예정 등대마을 첫째 단지 접수중 .*지난 공고 .*다섯째 단지 당첨자 발표/);
  });

  test('of a place without notices say so', () => {
    const path = '/notices/region/jeju/seogwipo-si/';
    expect(textAt(path)).toContain('서귀포시에는 지금 접수중이거나 예정인 청약이 없고, 지난 공고도 없습니다.');
    expect(linksOf(htmlOf(path))).toContain('/notices/region/jeju/');
    expect(htmlOf(path)).not.toContain('data-filters');
  });

  test('of a year hold a hundred each, in the order in which they came, named by their months', () => {
    const [first, second] = [htmlOf('/notices/2025/'), htmlOf('/notices/2025/2/')];
    expect(linksOf(first).filter((href) => /\d{10}/.test(href))).toHaveLength(100);
    expect(linksOf(second).filter((href) => /\d{10}/.test(href))).toHaveLength(5);
    expect(mainOf(first)).toMatch(/2025년 1~11월 .*수원 1단지 .*수원 2단지/);
    expect(mainOf(first)).toContain('11월 5건');
    expect(linksOf(second)).toContain('/notices/2025/');
  });

  test('of a past year say nothing that time changes', () => {
    expect(mainOf(htmlOf('/notices/2025/'))).not.toMatch(/접수중|접수 예정|접수 마감|오늘/);
  });

  test('of corrections name the notice, the day and the change', () => {
    expect(textAt('/corrections/')).toMatch(
      /등대마을 첫째 단지 경기 고양시 · 아파트 · 2026년 11월 24일\(화\) 확인 .*분양최고금액 정정 전 5억 3,000만원/,
    );
  });
});
