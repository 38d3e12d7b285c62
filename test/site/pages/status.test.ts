import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drillLines, weightLines } from '../../../site/status/measured.ts';
import { ids } from '../small-catalog.ts';
import { linksOf, mainOf } from './built-site.ts';
import { renderSite } from './render-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const site = { past: '', fresh: '' };

beforeAll(async () => {
  for (const [name, past] of [
    ['past', true],
    ['fresh', false],
  ] as const) {
    const client = await renderSite(folder, name, { past, example: !past });
    site[name] = readFileSync(join(client, 'status/index.html'), 'utf8');
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the status of a site with a past', () => {
  test('tells what is late, when data came, what is next, what was ordered, how publications went', () => {
    expect([...site.past.matchAll(/<h2[^>]*>([^<]+)/g)].map(([, heading]) => heading)).toEqual([
      '발표가 늦어지고 있습니다',
      '자료',
      '다음 발표',
      '보류와 변경',
      '발표 기록',
      ...(drillLines().length > 0 ? ['모의 훈련'] : []),
      ...(weightLines().length > 0 ? ['화면 무게'] : []),
      '지금 보이는 판',
    ]);
  });

  test('tells in Korea’s hours, with their year', () => {
    expect(mainOf(site.past)).toContain('발표가 늦어지고 있습니다 2026년 11월 24일(화) 09:00 발표');
    expect(mainOf(site.past)).toContain('자료를 마지막으로 받은 때 2026년 11월 24일(화) 09:30 공식 자료의 파일에서');
    expect(site.past).toContain('<time datetime="2026-11-24T19:30:00+09:00"');
  });

  test('tells the newest thirty publications, which of them were late, and how long they took', () => {
    const text = mainOf(site.past);
    expect(text.match(/미리 봉인해 둔 발표|시각 뒤에 만든 발표/g)).toHaveLength(30);
    expect(text).toContain('11월 22일(일) 19:30 미리 봉인해 둔 발표 0.032초 0.072초');
    expect(text).toContain('11월 21일(토) 19:30 늦어짐 시각 뒤에 만든 발표 1분 12초 1분 12초');
    expect(text).toContain('0.037초 확인 못 함');
    expect(text).toContain('절반이 확인되기까지 0.088초 확인한 발표 29건의 50%');
  });

  test('keeps the words of whoever reads logs to itself', () => {
    expect(site.past).not.toContain('disk');
    expect(site.past).not.toContain('clocks');
  });

  test('tells orders as they were written, and leads to their notices', () => {
    const text = mainOf(site.past);
    expect(text).toContain('보류 해제 남은 집 확인이 끝났습니다. 2026년 11월 23일(월) 19:20 · 김등대');
    expect(text).toContain('<script>alert(1)</script> & 끝없이긴사유');
    expect(linksOf(site.past)).toContain(`/notices/${ids.remainder}/`);
    expect(linksOf(site.past)).not.toContain('/notices/2026999999/');
  });
});

describe('the status of a site that is new', () => {
  test('says that there is nothing yet, and what is next', () => {
    const text = mainOf(site.fresh);
    expect(text).not.toContain('늦어지고');
    expect(text).toContain('아직 발표한 기록이 없습니다.');
    expect(text).toMatch(/왜 했는지 적습니다\. 없음/);
    expect(text).toContain('예시 데이터이며 공식 자료가 아닙니다');
    expect(text).toContain('11월 24일(화) 19:30 1건 -');
  });
});

test('which release it is in stands beside the page, not on it', () => {
  for (const html of Object.values(site)) {
    expect(linksOf(html)).toContain('/status/asof.json');
    expect(html).not.toMatch(/\d{4}-\d\d-\d\dT\d{4}-[0-9a-f]{8}|[0-9a-f]{64}|T10:00:00/);
  }
});
