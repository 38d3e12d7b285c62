import { expect, test } from 'vitest';
import { alertMail } from '../../../notifier/messages/mail/alert-mail.ts';
import { columns, wrapped } from '../../../notifier/messages/mail/wrapped.ts';
import { linksOf } from '../../../notifier/messages/links.ts';
import { message } from './given.ts';
import { sampleMails } from './sample-mails.ts';
import { tokens } from '../senders/email/given.ts';

const mails = Object.entries(sampleMails());

test.each(mails)(
  '%s says why it came, how to end it, how to change it and who sent it, in both forms',
  (_name, { text, html }) => {
    for (const form of [text, html]) {
      expect(form).toContain('왜 받았나요?');
      expect(form).toMatch(/알림 끝내기/);
      expect(form).toMatch(/https:\/\/lighthouse\.example\.kr\/alerts\/unsubscribe\/\?token=[a-z2-7]{40}/);
      expect(form).toContain('https://lighthouse.example.kr/alerts/manage/');
      expect(form).toContain('청약등대는 공개된 청약 정보를 알려 드리는 곳이며 공식 사이트가 아닙니다.');
    }
  },
);

test.each(mails)('%s fetches nothing, runs nothing and watches nobody', (_name, { html }) => {
  expect(html).not.toMatch(/<(img|script|iframe|link|object|embed|video|form|input)\b|@import|url\(|srcset|\bon\w+=/i);
  const leads = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => new URL(href!));
  expect(new Set(leads.map(({ origin }) => origin))).toEqual(new Set(['https://lighthouse.example.kr']));
  expect(leads.flatMap(({ searchParams }) => [...searchParams.keys()]).filter((name) => name !== 'token')).toEqual([]);
});

test.each(mails)('%s can be read as text, 78 columns wide', (_name, { subject, text }) => {
  expect(subject).toMatch(/^\[청약등대\] /);
  expect(text).not.toMatch(/<[a-z/]|&[a-z]+;/i);
  for (const line of text.split('\n'))
    if (!/^https:\S+$/.test(line) && line.includes(' ')) expect(columns(line)).toBeLessThanOrEqual(78);
  expect(text.endsWith('\n')).toBe(true);
});

test('the confirmation repeats nothing of who filled the form in', () => {
  const { subject, text, html } = sampleMails()['confirmation']!;
  expect(subject).toBe('[청약등대] 알림 신청을 확인해 주세요');
  for (const form of [text, html]) expect(form).not.toContain('2026000001');
});

test('a digest never says today or tomorrow of what it gathers: it may be read on another day', () => {
  const { subject, text, html } = sampleMails()['digest']!;
  for (const form of [subject, text, html]) expect(form).not.toMatch(/오늘|내일/);
  expect(text).toContain('11월 23일(월) 접수 마감');
});

test('a name that wants to be HTML stays a name', () => {
  const name = '<img src=x onerror=alert(1)>"\'&amp;';
  const links = linksOf('https://lighthouse.example.kr', tokens);
  const { html, text, subject } = alertMail([message({ noticeName: name })], new Date(0), links, {
    ...links,
    unsubscribe: links.home,
  });
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;amp;');
  expect(text).toContain(name);
  expect(subject).toContain(name);
});

test('a path that leads elsewhere leads home', () => {
  const { page } = linksOf('https://lighthouse.example.kr', tokens);
  expect(page('/notices/2026000001/')).toBe('https://lighthouse.example.kr/notices/2026000001/');
  for (const path of [
    '//evil.example.com/',
    'https://evil.example.com/',
    'javascript:alert(1)',
    '\\\\evil.example.com',
    'http://[',
  ]) {
    const leads = page(path);
    expect(new URL(leads).origin).toBe('https://lighthouse.example.kr');
  }
});

test('lines break at spaces, Korean letters take two columns, and a long word stays whole', () => {
  expect(columns('가a')).toBe(3);
  expect(wrapped('가 '.repeat(40).trim()).split('\n').map(columns)).toEqual([77, 41]);
  expect(wrapped(`${'x'.repeat(100)} y`)).toBe(`${'x'.repeat(100)}\ny`);
  expect(wrapped('')).toBe('');
});
