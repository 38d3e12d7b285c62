import { expect, onTestFinished, test } from 'vitest';
import type { Claim } from '../../../db/subscribers/subscribers.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { deliveriesFrom } from '../../../notifier/dispatch/deliveries-of.ts';
import { at, consent, event, lane, push, wishes } from '../../db/subscribers/examples.ts';
import { freshFolder } from '../../fresh.ts';

test('each browser is told why: by what it asked for itself', async () => {
  const folder = freshFolder();
  const store = openSubscribers(folder, 'a test', openKeyring(folder, at()));
  onTestFinished(() => store.close());
  const ids = new Uint32Array(3);
  const asked = [
    { ...wishes, notices: [] },
    { ...wishes, places: ['26110'] },
    { ...wishes, places: ['26110'], notices: [] },
  ];
  for (const [i, theirs] of asked.entries()) ids[i] = (await store.join(push(`${i}`), theirs, consent())).id;
  const told: Claim = {
    chunk: 1,
    fence: 1,
    lane,
    as: 'itself',
    event: event('results-2026000001-0'),
    notBefore: at(),
    urgency: 0,
    ids,
  };

  const { deliveries } = await deliveriesFrom(store, () => at(), expect.unreachable)(told, ids);
  expect(deliveries.map(({ messages }) => messages.map(({ why }) => why))).toEqual([
    ['서울 · 아파트 · 결과 공개 알림을 신청하셨습니다.'],
    ['등대마을 첫째 단지를 골라 결과 공개 알림을 신청하셨습니다.'],
    // Whoever has changed their wishes since may still hear of what became of a notice.
    ['전에 이 공고의 소식을 받으셔서, 달라진 내용도 알려 드립니다.'],
  ]);
});
