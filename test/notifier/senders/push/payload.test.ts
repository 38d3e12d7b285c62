import { expect, test } from 'vitest';
import { payloadOf, roomForPayload } from '../../../../notifier/senders/push/payload.ts';
import { message, siteUrl } from './stage.ts';

const read = (...messages: ReturnType<typeof message>[]) => {
  const { bytes } = payloadOf(messages, siteUrl);
  return JSON.parse(bytes.toString()) as { web_push: number; notification: Record<string, string> };
};

test('a message has the shape of Declarative Web Push, with the whole address of its page', () => {
  expect(read(message())).toEqual({
    web_push: 8030,
    notification: {
      title: '등대마을 첫째 단지 접수가 오늘 시작됩니다',
      body: '서울 강남구 · 아파트 · 09:00부터 17:30까지\n서울 강남구 · 아파트 · 접수 시작 알림을 신청하셨습니다.',
      navigate: 'https://lighthouse.example/notices/2026000001/',
      tag: expect.stringMatching(/^[\w-]{32}$/),
      lang: 'ko-KR',
      dir: 'ltr',
    },
  });
});

test('the topic follows from the event, so that a second message takes the place of the first', () => {
  const [one, same, other] = [message(), message({ title: '다른 말' }), message({ event: 'results-2026000001' })].map(
    (each) => payloadOf([each], siteUrl).topic,
  );
  expect(one).toMatch(/^[\w-]{32}$/);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});

test('a digest is one notification with the titles of all and why one gets it, and leads to the page of today', () => {
  const { notification } = read(
    message({ title: '첫째', path: '/notices/1/' }),
    message({ title: '둘째', path: '/notices/2/' }),
  );
  expect(notification).toMatchObject({
    title: '청약 소식을 모았습니다',
    body: '· 첫째\n· 둘째\n하루에 한 번 모아 받는 알림을 신청하셨습니다.',
    navigate: 'https://lighthouse.example/',
  });
});

test('a digest never says today: it may be shown on another day', () => {
  const closing = message({ title: '접수가 오늘 마감됩니다', dated: '11월 23일(월) 접수 마감' });
  const { notification } = read(closing, message({ title: '둘째' }));
  expect(notification['title']! + notification['body']!).not.toMatch(/오늘|내일/);
  expect(notification['body']).toContain('· 11월 23일(월) 접수 마감');
});

test('a digest has one topic, whatever has expired when it is sent once more', () => {
  const [all, rest, other] = [
    payloadOf([message(), message({ event: 'results-2026000001' })], siteUrl, 'digest-2026-11-23-08'),
    payloadOf([message({ event: 'results-2026000001' })], siteUrl, 'digest-2026-11-23-08'),
    payloadOf([message({ event: 'results-2026000001' })], siteUrl, 'digest-2026-11-23-08-2'),
  ].map(({ topic }) => topic);
  expect(rest).toBe(all);
  expect(other).not.toBe(all);
});

test('what is too long is cut so that it fits, between letters, and says to the end why one gets it', () => {
  const long = '가🏠'.repeat(2_000);
  const many = Array.from({ length: 80 }, (_, at) => message({ event: `e${at}`, title: `${at} ${long}` }));
  const why = '서울 강남구 · 아파트 · 접수 시작 알림을 신청하셨습니다.';
  const cases: [ReturnType<typeof message>[], RegExp][] = [
    [[message({ title: long, line: long, why: long })], /…\n(가🏠)+가?…$/u],
    [[message({ title: long, line: long, why })], new RegExp(`…\n${why}$`)],
    [many, /\n…\n하루에 한 번 모아 받는 알림을 신청하셨습니다\.$/],
  ];
  for (const [messages, end] of cases) {
    const { bytes } = payloadOf(messages, siteUrl);
    expect(bytes.length).toBeLessThanOrEqual(roomForPayload);
    const { notification } = JSON.parse(bytes.toString()) as { notification: { title: string; body: string } };
    expect(notification.body).toMatch(end);
    expect(notification.title + notification.body).not.toContain('\uFFFD');
    expect((notification.title + notification.body).isWellFormed()).toBe(true);
  }
});

test('the most urgent of a digest says how urgent it is', () => {
  const of = (...all: ('low' | 'normal' | 'high')[]) =>
    payloadOf(
      all.map((urgency) => message({ urgency })),
      siteUrl,
    ).urgency;
  expect([of('low'), of('low', 'normal'), of('normal', 'high', 'low')]).toEqual(['low', 'normal', 'high']);
});
