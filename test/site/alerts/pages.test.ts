import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import type { AlertPage, Receipt, Refusal, Wishes } from '../../../db/alert-pages.ts';
import { retention } from '../../../db/subscribers/retention.ts';
import { refusals } from '../../../site/alerts/refusals.ts';
import { builtPages } from '../../notifier/web/web-here.ts';
import { readFileSync } from 'node:fs';
import { mainOf } from '../pages/built-site.ts';
import { htmlRules } from '../pages/html-rules.ts';

const wishes: Wishes = {
  places: ['11680', '41', '36110'],
  kinds: ['apt'],
  notices: ['2026000001'],
  moments: ['notice', 'results'],
  digestAt: 0,
  quiet: { from: 22, to: 12 },
};
const at = new Date('2026-11-24T10:00:00+09:00');
const receipt: Receipt = {
  by: 'email',
  generation: 1,
  state: 'confirmed',
  address: '"<b>&\'"@example.kr',
  joinedAt: at,
  confirmedAt: at,
  endedAt: null,
  endedReason: null,
  wishes,
  consents: [
    { at, words: '2026-11-23', what: 'asked' },
    { at, words: '2026-11-23', what: 'confirmed' },
  ],
};
const day = 86_400_000;
const hostile = '"><script>alert(1)</script>';

const pages: AlertPage[] = [
  { page: 'asked' },
  { page: 'link-sent' },
  { page: 'confirm', token: hostile, wishes },
  { page: 'confirmed' },
  { page: 'find' },
  { page: 'manage', token: hostile, unsubscribe: hostile, receipt, done: null },
  { page: 'manage', token: 'a', unsubscribe: 'b', receipt, done: 'changed' },
  { page: 'unsubscribe', token: hostile },
  { page: 'ended' },
  { page: 'forgotten' },
  ...(Object.keys(refusals) as Refusal[]).map((why) => ({ page: 'refused' as const, why })),
];

test('every page is valid, light, says one thing, and lets nothing that it is handed become more than text', async () => {
  const { draw } = await builtPages();
  const validator = new HtmlValidate(htmlRules);
  for (const page of pages) {
    const html = (await draw(page)).toString();
    const { results } = validator.validateStringSync(html);
    expect([page, results.flatMap(({ messages }) => messages.map(({ message }) => message))]).toEqual([page, []]);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html.replace(/="[^"]*"/g, '=""')).not.toContain('<script>alert');
    expect(html).not.toMatch(/<b>&'|\b(undefined|NaN|Invalid)\b|\[object/);
    expect(gzipSync(html).length).toBeLessThan(14_000);
  }
});

test('what was asked for is said in our words', async () => {
  const { draw } = await builtPages();
  const text = mainOf((await draw({ page: 'confirm', token: 'a', wishes })).toString());
  expect(text).toContain('서울 강남구, 경기, 세종');
  expect(text).toContain('공급 유형 아파트');
  expect(text).toContain('하루에 한 번, 밤 12시에 모아서');
  expect(text).toContain('오후 10시부터 낮 12시까지');
  expect(text).toContain('2026000001');
});

test('every form says where it goes: one that does not posts a token back to its own address', async () => {
  const { draw } = await builtPages();
  for (const page of pages) {
    const html = (await draw(page)).toString();
    for (const [form] of html.matchAll(/<form\b[^>]*>/g))
      expect(form).toMatch(/method="post" action="\/alerts\/[a-z/-]+"/);
    expect(html).not.toMatch(/href="[^"]*token=/);
  }
});

test('one’s own page names everything that the store has of an address, each under a name', async () => {
  const { draw } = await builtPages();
  const html = (await draw({ page: 'manage', token: 'a', unsubscribe: 'b', receipt, done: null })).toString();
  expect(html).not.toMatch(/<dt[^>]*>\s*<\/dt>/);
  const text = mainOf(html);
  for (const words of [
    '동의 기록 · 신청',
    '동의 기록 · 확인',
    '인터넷 주소(IP) 앞부분을 알아볼 수 없게 바꾼 값',
    '알림 받는 주소를 알아볼 수 없게 바꾼 값',
    `소식의 기한이 지나고 ${retention.told / day}일 뒤에 지웁니다`,
    `지운 것도 ${retention.backups / day}일까지 남을 수 있습니다`,
    `증거로 ${retention.ended / day / 365}년 동안 남습니다`,
  ])
    expect(text).toContain(words);
});

test('a page that is asked for in another way than by the notifier is not drawn', async () => {
  const { draw } = await builtPages();
  await expect(draw({ page: 'nothing' } as unknown as AlertPage)).rejects.toThrow('cannot be drawn (404)');
});

test('what people agree to, and the pages that speak of it, say how long things are kept, as they are', async () => {
  const source = (file: string) =>
    readFileSync(new URL(`../../../site/${file}`, import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
  const [unconfirmed, ended] = [retention.unconfirmed / 3_600_000, retention.ended / day / 365];
  const [told, backups] = [retention.told / day, retention.backups / day];
  const says = (file: string, ...all: string[]) => {
    for (const words of all) expect([file, source(file).includes(words), words]).toEqual([file, true, words]);
  };
  says(
    'pages/privacy.astro',
    `${unconfirmed}시간이 지나면 지웁니다`,
    `${ended}년 동안 남깁니다`,
    `${told}일 뒤에 지웁니다`,
    `${backups}일까지 남을 수 있습니다`,
    `${backups}일 동안 둡니다`,
  );
  says(
    'pages/alerts/index.astro',
    `끝낸 뒤 ${ended}년`,
    `기한이 지나고 ${told}일 동안`,
    `백업에는 ${backups}일까지`,
    '인터넷 주소(IP) 앞부분을 알아볼 수 없게 바꾼 값',
    '하루에 한 번 알림 주소를 서버에',
  );
  says('components/AlertDevice.astro', `증거로 ${ended}년 동안 둡니다`);
  says('on-demand/pages/alerts/ended.astro', `증거는 ${ended}년 동안`, `기한이 지나고 ${told}일 동안`);
  says('on-demand/pages/alerts/forgotten.astro', `${backups}일 동안 둡니다`);
  expect(source('pages/privacy.astro')).not.toContain('확인 필요');
});
