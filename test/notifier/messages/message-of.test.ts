import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AlertEvent } from '../../../db/subscribers/alert-event.ts';
import { kinds } from '../../../db/kinds.ts';
import type { Because } from '../../../notifier/messages/because.ts';
import { digestOf } from '../../../notifier/messages/digest-of.ts';
import { messageOf } from '../../../notifier/messages/message-of.ts';
import { shownName } from '../../../notifier/messages/shown-name.ts';
import { testMessage } from '../../../notifier/messages/test-message.ts';
import { event, eventKinds, message } from './given.ts';

const here: Because = { by: 'place', place: '11680' };

test('each kind of event says what happened, where, when and why it came', () => {
  const told = Object.fromEntries(
    eventKinds.map((kind) => {
      const { title, line, why, urgency } = messageOf(event({ kind }), here);
      return [kind, [title, line, why, urgency]];
    }),
  );
  expect(told).toEqual({
    notice: [
      '등대마을 첫째 단지 모집공고가 나왔습니다',
      '서울 강남구 · 아파트',
      '서울 강남구 · 아파트 · 새 공고 알림을 신청하셨습니다.',
      'normal',
    ],
    correction: [
      '등대마을 첫째 단지 공고 내용이 바뀌었습니다',
      '서울 강남구 · 아파트',
      '서울 강남구 · 아파트 · 정정 알림을 신청하셨습니다.',
      'normal',
    ],
    cancelled: [
      '등대마을 첫째 단지 모집이 취소되었습니다',
      '서울 강남구 · 아파트',
      '서울 강남구 · 아파트 · 모집 취소 알림을 신청하셨습니다.',
      'normal',
    ],
    'opens-tomorrow': [
      '등대마을 첫째 단지 접수가 내일 시작됩니다',
      '서울 강남구 · 아파트 · 11월 24일(화) 접수 시작',
      '서울 강남구 · 아파트 · 접수 전날 알림을 신청하셨습니다.',
      'normal',
    ],
    'opens-today': [
      '등대마을 첫째 단지 접수가 오늘 시작됩니다',
      '서울 강남구 · 아파트 · 11월 23일(월) 접수 시작',
      '서울 강남구 · 아파트 · 접수 시작 알림을 신청하셨습니다.',
      'high',
    ],
    'closes-today': [
      '등대마을 첫째 단지 접수가 오늘 마감됩니다',
      '서울 강남구 · 아파트 · 11월 23일(월) 접수 마감',
      '서울 강남구 · 아파트 · 접수 마감 알림을 신청하셨습니다.',
      'high',
    ],
    'closes-tomorrow': [
      '등대마을 첫째 단지 접수가 내일 마감됩니다',
      '서울 강남구 · 아파트 · 11월 24일(화) 접수 마감',
      '서울 강남구 · 아파트 · 접수 마감 알림을 신청하셨습니다.',
      'high',
    ],
    'winners-today': [
      '등대마을 첫째 단지 당첨자가 오늘 발표됩니다',
      '서울 강남구 · 아파트 · 11월 23일(월) 당첨자 발표',
      '서울 강남구 · 아파트 · 당첨자 발표 알림을 신청하셨습니다.',
      'normal',
    ],
    results: [
      '등대마을 첫째 단지 청약 결과가 공개되었습니다',
      '서울 강남구 · 아파트',
      '서울 강남구 · 아파트 · 결과 공개 알림을 신청하셨습니다.',
      'high',
    ],
  });
});

test('a place that is not known is left out, and one that has no code of ours too', () => {
  expect(messageOf(event({ sido: '11', sigungu: null }), here).line).toBe('서울 · 아파트 · 11월 23일(월) 접수 시작');
  expect(messageOf(event({ sido: null, sigungu: null }), { by: 'notice' }).line).toBe(
    '아파트 · 11월 23일(월) 접수 시작',
  );
  expect(messageOf(event({ sido: '99', sigungu: '99999' }), here).line).toBe('아파트 · 11월 23일(월) 접수 시작');
  expect(messageOf(event({ sido: '36', sigungu: '36110' }), here).line).toMatch(/^세종 · /);
});

test('the day is the Korean one, whatever the day is elsewhere', () => {
  const early = event({ kind: 'opens-today', notBefore: new Date('2026-12-31T15:30:00Z') });
  expect(messageOf(early, here).line).toContain('1월 1일(금)');
});

test('among others a message says its day, so that it is true whenever it is read', () => {
  const among = Object.fromEntries(eventKinds.map((kind) => [kind, messageOf(event({ kind }), here).dated]));
  expect(among).toEqual({
    notice: '등대마을 첫째 단지 모집공고가 나왔습니다',
    correction: '등대마을 첫째 단지 공고 내용이 바뀌었습니다',
    cancelled: '등대마을 첫째 단지 모집이 취소되었습니다',
    'opens-tomorrow': '등대마을 첫째 단지 11월 24일(화) 접수 시작',
    'opens-today': '등대마을 첫째 단지 11월 23일(월) 접수 시작',
    'closes-today': '등대마을 첫째 단지 11월 23일(월) 접수 마감',
    'closes-tomorrow': '등대마을 첫째 단지 11월 24일(화) 접수 마감',
    'winners-today': '등대마을 첫째 단지 11월 23일(월) 당첨자 발표',
    results: '등대마을 첫째 단지 청약 결과가 공개되었습니다',
  });
});

test('why it came is said in the words of the wish that it met', () => {
  const about = event({ kind: 'results' });
  expect(messageOf(about, { by: 'notice' }).why).toBe('등대마을 첫째 단지를 골라 결과 공개 알림을 신청하셨습니다.');
  expect(messageOf(about, { by: 'place', place: 'all' }).why).toBe('전국 · 아파트 · 결과 공개 알림을 신청하셨습니다.');
  expect(messageOf(about, { by: 'place', place: '11' }).why).toBe('서울 · 아파트 · 결과 공개 알림을 신청하셨습니다.');
  expect(messageOf(event({ kind: 'correction' }), { by: 'told' }).why).toBe(
    '전에 이 공고의 소식을 받으셔서, 달라진 내용도 알려 드립니다.',
  );
});

test('a digest names what it gathers and the day, and counts nothing', () => {
  const messages = [message({ kind: 'closes-today' }), message({ kind: 'notice', noticeName: '둘째 단지' })];
  const digest = digestOf(messages, new Date('2026-11-23T08:00:00+09:00'));
  expect(digest).toMatchObject({
    type: 'info',
    event: 'digest-2026-11-23-08',
    title: '11월 23일(월) 청약 소식을 모았습니다',
    line: '등대마을 첫째 단지 11월 23일(월) 접수 마감 · 둘째 단지 모집공고가 나왔습니다',
    urgency: 'high',
  });
});

test('a test alert says that it is one, and when', () => {
  const told = testMessage(new Date('2026-11-23T08:05:00+09:00'));
  expect(told.title).toContain('시험 알림');
  expect(told.line).toContain('11월 23일(월) 08:05');
  expect(told.why).toBe('시험 알림을 요청하셨습니다.');
});

/** Names that want to be more than a name. */
const hostileName = fc.oneof(
  fc.constantFrom(
    '경쟁률 12.34 : 1',
    '<b>1</b>',
    '(△12)',
    '{{count}}',
    '‮gnorts',
    'a\r\nBcc: x@example.com',
    '',
    ' ',
    '１２３',
    '%d',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const anyEvent: fc.Arbitrary<AlertEvent> = fc
  .record({
    kind: fc.constantFrom(...eventKinds),
    noticeKind: fc.constantFrom(...kinds),
    noticeName: hostileName,
    id: fc.string({ maxLength: 40 }),
    noticeId: fc.stringMatching(/^\d{10}$/),
    sido: fc.option(fc.constantFrom('11', '26', '36', '41', '99', '7', '<i>')),
    sigungu: fc.option(fc.constantFrom('11680', '36110', '41135', '99999', '5')),
    notBefore: fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
  })
  .map((changes) => event({ ...changes, path: `/notices/${changes.noticeId}/` }));

const anyBecause: fc.Arbitrary<Because> = fc.oneof(
  fc.constant({ by: 'notice' } as const),
  fc.constant({ by: 'told' } as const),
  fc.constantFrom('all', '11', '11680', '99', '12.34', 'x1').map((place) => ({ by: 'place', place }) as const),
);

/** Digits of a message beside those of the notice's name and of days: a rate, a count or a score would be among them. */
function strayDigits(text: string, name: string) {
  const known = text.replaceAll(name, '').replaceAll(/\d{1,2}월 \d{1,2}일\([일월화수목금토]\)/g, '');
  return known.match(/\p{N}/gu) ?? [];
}

test('whatever the event, no digit stands in a message but those of names and days: no rate, no count, no score', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyEvent, anyBecause), { minLength: 1, maxLength: 4 }), (given) => {
      const messages = given.map(([about, because]) => messageOf(about, because));
      for (const [index, { title, dated, line, why }] of messages.entries())
        for (const text of [title, dated, line, why])
          expect(strayDigits(text, shownName(given[index]![0].noticeName))).toEqual([]);
      const digest = digestOf(messages, given[0]![0].notBefore);
      const names = given.map(([{ noticeName }]) => shownName(noticeName));
      for (const text of [digest.title, digest.line, digest.why])
        expect(
          strayDigits(
            names.reduce((rest, name) => rest.replaceAll(name, ''), text),
            '등대',
          ),
        ).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a name is one line, without signs that hide or turn the writing, and as long as a phone shows', () => {
  expect(shownName(' 등대\r\n마을\t\u202Eabc\u200B ')).toBe('등대 마을 abc');
  expect(shownName('')).toBe('이름이 없는 공고');
  expect(shownName('\u0000\uD800')).toBe('이름이 없는 공고');
  expect(shownName('가'.repeat(500))).toBe(`${'가'.repeat(60)}…`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(shownName(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});
