import { expect, test } from 'vitest';
import { orderFromWords } from '../../../db/publications/order-from-words.ts';
import { publicationOrder, type PublicationOrder } from '../../../db/publications/order.ts';

const now = new Date('2026-11-24T01:00:00Z');
const id = '2026000001';
const account = { by: ' 김등대 ', because: '접속 폭주' };
const said = { by: '김등대', because: '접속 폭주', orderedAt: '2026-11-24T10:00:00+09:00' };
const at = '2026-11-25T12:00:00Z';

test.each([
  ['hold', id, {}, { noticeId: id }],
  ['resume', undefined, { 'closing-on': '2026-11-25' }, { closingOn: '2026-11-25' }],
  ['move', id, { at }, { noticeId: id, to: at, results: 'competition' }],
  ['move', id, { at, results: 'score' }, { noticeId: id, to: at, results: 'score' }],
  ['extend', id, { until: at }, { noticeId: id, until: at }],
] as const)('the words of a %s say an order that the record takes', (action, notice, words, order) => {
  const given = orderFromWords(action, notice, { ...account, ...words }, now);
  expect(given).toEqual({ action, ...order, ...said });
  expect(publicationOrder.parse(given)).toEqual(given);
});

test.each<[string, PublicationOrder['action'], string | undefined, object, string]>([
  ['who decides', 'hold', id, { by: undefined }, 'Say who decides and why, with --by WHO --because WHY'],
  ['why', 'hold', id, { because: ' ' }, 'Say who decides and why'],
  ['fewer words of why', 'hold', id, { because: '가'.repeat(501) }, 'Say it shorter'],
  ['a notice', 'hold', undefined, {}, 'Name one notice by its number, or with --closing-on the day'],
  ['a notice or a day', 'hold', id, { 'closing-on': '2026-11-25' }, 'not both'],
  ['a number', 'hold', '26', {}, '"26" is not the number of a notice'],
  ['a day that there is', 'hold', undefined, { 'closing-on': '2026-11-31' }, '--closing-on 2026-11-31 is no day'],
  ['an instant to move to', 'move', id, {}, 'Say the instant with --at, and its offset'],
  ['an offset', 'move', id, { at: '2026-11-26T09:00:00' }, '"2026-11-26T09:00:00" is not an instant'],
  ['more than a day', 'extend', id, { until: '2026-11-26' }, '"2026-11-26" is not an instant'],
  ['results that there are', 'move', id, { at, results: 'rates' }, '--results rates is neither'],
  ['no word of another', 'hold', id, { until: at }, '"hold" knows no --until'],
  ['no word of another', 'extend', id, { until: at, at }, '"extend" knows no --at'],
])('an order needs %s', (_, action, notice, words, sentence) => {
  expect(() => orderFromWords(action, notice, { ...account, ...words }, now)).toThrow(sentence);
});
