import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countNotices } from '../../../db/catalog/count-notices.ts';
import { takeHours } from '../../../db/catalog/hours.ts';
import { publications } from '../../../db/catalog/schema.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { renderPages } from '../../../site/release/render.ts';
import { extend, hold, move } from '../../db/publications/orders.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';
import { mainOf } from './built-site.ts';

/* What readers are told of the operator's decisions, on a Tuesday at ten. Competition becomes public at 20:00, scores at 08:30. */

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let client: string;

beforeAll(async () => {
  const catalog = await smallCatalog(join(folder, 'data'));
  const { db } = catalog;
  takeHours(db, { competition: '20:00', score: '08:30' });
  takeOrders(db, [
    hold({ noticeId: ids.announced }),
    extend({ noticeId: ids.closing }, '2026-11-24T23:00:00+09:00'),
    move({ noticeId: ids.placeless }, '2026-11-24T22:00:00+09:00'),
    move({ noticeId: ids.placeless }, '2026-11-25T21:00:00+09:00'),
    move({ noticeId: ids.upcoming }, '2026-12-04T09:00:00+09:00', 'score'),
    move({ noticeId: ids.held }, '2026-11-24T18:00:00+09:00'),
  ]);
  db.insert(publications)
    .values({
      at: new Date('2026-11-18T20:00:00+09:00').toISOString(),
      lateAt: new Date('2026-11-18T20:00:01+09:00').toISOString(),
      lateBecause: 'The clocks do not agree.',
    })
    .run();
  const facts = join(folder, 'facts.db');
  catalog.copyTo(facts);
  const notices = countNotices(db);
  catalog.close();
  client = join(folder, 'client');
  await renderPages({ work: folder, client, facts, asOf, siteUrl: 'https://lighthouse.example', notices });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function textAt(path: string) {
  return mainOf(readFileSync(join(client, path, 'index.html'), 'utf8'));
}

test('a hold is the operator’s, and shows nothing of what was public', () => {
  expect(textAt(`/notices/${ids.announced}/`)).toContain('경쟁률·특별공급 신청현황 공개 발표를 보류했습니다');
  const text = textAt(`/results/${ids.announced}/`);
  for (const section of ['경쟁률', '특별공급 신청현황', '당첨 가점'])
    expect(text).toContain(`${section} 공개 보류 운영자가 발표를 보류했습니다.`);
  for (const value of ['29.20', '730', '64.27']) expect(text).not.toContain(value);
  expect(textAt('/results/')).not.toContain('등대마을 다섯째 단지');
  expect(textAt('/')).not.toMatch(/최근 공개된 결과 .*다섯째 단지/);
});

test('a hold for a missing day says so', () => {
  expect(textAt(`/results/${ids.withoutWinners}/`)).toContain('당첨 가점 공개 보류 공식 자료에 필요한 날짜가 없어');
});

test('an extended receipt says until when, wherever its close is told', () => {
  const text = textAt(`/notices/${ids.closing}/`);
  expect(text).toContain('접수 마감이 11월 24일(화) 23:00까지 연장되었습니다');
  expect(text.match(/연장되었습니다/g)).toHaveLength(1);
  expect(text).toContain('공개 11월 25일(수) 01:30 이후 당첨자 발표');
  expect(textAt('/')).toContain('오늘 마감 1 23:00까지 신청할 수 있습니다. 등대마을 둘째 단지 오늘 마감');
});

test('its results are due on the day to which they go', () => {
  expect(textAt('/results/')).not.toMatch(/오늘 나오는 결과 .*둘째 단지.* 앞으로 나올 결과/);
  expect(textAt('/results/')).toMatch(/앞으로 나올 결과 11월 25일\(수\) 01:30 이후 경쟁률 등대마을 둘째 단지/);
});

test('what was moved says when it would have been', () => {
  expect(textAt(`/notices/${ids.placeless}/`)).toContain(
    '공개 11월 25일(수) 21:00 이후로 늦췄습니다. 원래는 11월 25일(수) 20:00이었습니다',
  );
  expect(textAt(`/notices/${ids.upcoming}/`)).toContain(
    '당첨 가점 공개 12월 4일(금) 09:00 이후로 늦췄습니다. 원래는 12월 3일(목) 08:30이었습니다',
  );
  expect(textAt(`/results/${ids.placeless}/`)).toContain('경쟁률 발표 예정 11월 25일(수) 21:00 이후');
});

test('what a move has given an instant is due like everything else', () => {
  expect(textAt(`/notices/${ids.held}/`)).toMatch(
    /당첨자 발표 11월 17일\(화\) 오늘 11월 24일\(화\) 경쟁률·특별공급 신청현황 공개 11월 24일\(화\) 18:00 이후/,
  );
  expect(textAt('/results/')).toMatch(/오늘 18:00 이후 경쟁률 마감일을 모르는 단지/);
});

test('results that a check holds back are late, those that nobody has are not there yet', () => {
  for (const id of [ids.withoutRows, ids.withoutWinners])
    expect(textAt(`/results/${id}/`)).toContain('경쟁률 발표가 늦어지고 있습니다.');
  expect(textAt(`/results/${ids.withoutRows}/`)).toContain('당첨 가점 공식 자료에 아직 결과가 없습니다.');
  expect(textAt(`/results/${ids.closed}/`)).not.toContain('늦어지고');
});

test('the hours that are set are the hours that are told', () => {
  expect(textAt('/results/')).toContain('접수 마지막 날 20:00부터, 당첨 가점은 당첨자 발표일 08:30부터 공개합니다.');
  expect(textAt('/about/')).toContain('접수 마지막 날 20:00, 당첨 가점은 당첨자 발표일 08:30이 되기 전에는');
  for (const path of ['/', '/results/', '/about/']) expect(textAt(path)).not.toContain('19:30');
});
