import { expect, onTestFinished, test } from 'vitest';
import type { Claim } from '../../../db/subscribers/subscribers.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { deliveriesFrom } from '../../../notifier/dispatch/deliveries-of.ts';
import { at, claimAll, consent, event, lane, portion, push, sentAll, wishes } from '../../db/subscribers/examples.ts';
import { freshFolder } from '../../fresh.ts';

test('each browser is told why, by what it asks for now; who asks for it no more is not told', async () => {
  const folder = freshFolder();
  const store = openSubscribers(folder, 'a test', openKeyring(folder, at()));
  onTestFinished(() => store.close());
  const asked = {
    here: { ...wishes, notices: [] },
    thisNotice: { ...wishes, places: ['26110'] },
    elsewhere: { ...wishes, places: ['26110'], notices: [] },
    toldBefore: { ...wishes, places: ['26110'], notices: [] },
    otherMoment: { ...wishes, moments: ['closes-today' as const] },
  };
  const ids = {} as Record<keyof typeof asked, number>;
  for (const [name, theirs] of Object.entries(asked))
    ids[name as keyof typeof asked] = (await store.join(push(name), theirs, consent())).id;
  await store.record(event('notice-2026000001'), [portion([ids.toldBefore])], at());
  await store.settle((await claimAll(store)).map(sentAll), at());
  const claim: Claim = {
    chunk: 1,
    fence: 1,
    lane,
    as: 'itself',
    event: event('results-2026000001-0'),
    notBefore: at(),
    urgency: 0,
    ids: Uint32Array.from(Object.values(ids)),
  };

  const { deliveries, unwanted } = await deliveriesFrom(store, () => at(), expect.unreachable)(claim, claim.ids);
  expect(unwanted).toEqual([ids.elsewhere, ids.otherMoment]);
  expect(new Map(deliveries.map(({ id, messages }) => [id, messages.map(({ why }) => why)]))).toEqual(
    new Map([
      [ids.here, ['서울 · 아파트 · 결과 공개 알림을 신청하셨습니다.']],
      [ids.thisNotice, ['등대마을 첫째 단지를 골라 결과 공개 알림을 신청하셨습니다.']],
      [ids.toldBefore, ['전에 이 공고의 소식을 받으셔서, 달라진 내용도 알려 드립니다.']],
    ]),
  );
});
