import { describe, expect, test } from 'vitest';
import type { Scheduled } from '../../../db/feeds.ts';
import type { Wishes } from '../../../db/subscribers/wishes.ts';
import { matcherOf } from '../../../notifier/match/matcher.ts';
import { settleReminders } from '../../../notifier/reminders/settle-reminders.ts';
import { entry } from '../feed/small-site.ts';
import { freshStore, person, wishing } from '../match/people.ts';
import { consent, serve } from '../match/serve.ts';

const on26 = (time: string) => new Date(`2026-11-26T${time}:00+09:00`);
const closing = 'closes-today-2026000001-2026-11-26';

/** People with wishes, and a notifier that looks at a schedule at an instant and sends what is due. */
async function town(...wishes: Partial<Wishes>[]) {
  const store = freshStore();
  const ids: number[] = [];
  for (const each of wishes) ids.push(await person(store, ids.length, wishing(each)));
  let matcher = await matcherOf(store);
  const look = async (now: Date, schedule: Scheduled[] = [entry()]) => {
    const settled = await settleReminders({ store, matcher }, schedule, now);
    const sent = await serve(store, now);
    return {
      ...settled,
      sent: sent.map(
        ({ event, digest, ids: to }) => `${event} ${digest ?? 'itself'} ${to.toSorted((a, b) => a - b).join()}`,
      ),
    };
  };
  return { store, ids, look, again: async () => void (matcher = await matcherOf(store)) };
}

describe('a reminder', () => {
  test('goes out at its hour, once, however often somebody looks', async () => {
    const { look, ids } = await town({});
    expect((await look(on26('08:57'))).told).toEqual([]);
    expect((await look(on26('08:58'))).told).toEqual([closing]);
    expect((await look(on26('08:59'))).sent).toEqual([]);
    expect((await look(on26('09:00'))).sent).toEqual([`${closing} itself ${ids[0]}`]);
    for (const time of ['09:00', '09:01', '12:00', '17:29', '17:31'])
      expect(await look(on26(time))).toEqual({ told: [], takenBack: [], sent: [] });
  });

  test('reaches who subscribed a minute before its hour', async () => {
    const { look, store, again } = await town({});
    await look(on26('08:50'));
    const late = await person(store, 7, wishing());
    await again();
    await look(on26('08:59'));
    expect((await look(on26('09:00'))).sent.join()).toContain(String(late));
  });

  test('goes out late while it is of use, and not after', async () => {
    const late = await town({});
    expect((await late.look(on26('17:29'))).sent).toHaveLength(1);
    const tooLate = await town({});
    expect(await tooLate.look(on26('17:30'))).toEqual({ told: [], takenBack: [], sent: [] });
  });

  test('goes out once when the clock is set back and forth', async () => {
    const { look } = await town({});
    expect((await look(on26('09:00'))).sent).toHaveLength(1);
    for (const now of [on26('07:00'), new Date('2026-11-23T18:10:00+09:00'), on26('09:00'), on26('10:00')])
      expect((await look(now)).sent.filter((line) => line.startsWith('closes'))).toEqual([]);
  });

  test('goes out once when what was written down is forgotten', async () => {
    const { look, store } = await town({});
    await look(on26('09:00'));
    await store.keep('reminders', '[]');
    expect((await look(on26('09:01'))).sent).toEqual([]);
  });
});

describe('people with hours of their own', () => {
  test('hear of what closes today in the digest of the morning, and the others at nine', async () => {
    const { look, ids } = await town({}, { digestAt: 8 }, { digestAt: 12 }, { digestAt: 20 });
    const [usual, morning, noon, night] = ids as [number, number, number, number];
    await look(on26('07:59'));
    expect((await look(on26('08:00'))).sent).toEqual([`${closing}-08 digest-2026-11-26-08 ${morning}`]);
    await look(on26('08:59'));
    expect((await look(on26('09:00'))).sent.sort()).toEqual(
      [usual, night].map((id) => `${closing} itself ${id}`).sort(),
    );
    expect((await look(on26('12:00'))).sent).toEqual([`${closing} digest-2026-11-26-12 ${noon}`]);
    expect((await look(on26('17:29'))).sent).toEqual([]);
  });

  test('hear at once when nobody looked at their hour', async () => {
    const { look, ids } = await town({ digestAt: 7 });
    expect((await look(on26('07:10'))).sent).toEqual([]);
    expect((await look(on26('09:00'))).sent).toEqual([`${closing} itself ${ids[0]}`]);
  });

  test('hear before a quiet that lasts until all is over, or when theirs ends in time', async () => {
    const { look, ids } = await town({ quiet: { from: 8, to: 18 } }, { quiet: { from: 22, to: 11 } });
    await look(on26('06:59'));
    expect((await look(on26('07:00'))).sent).toEqual([`${closing}-07 itself ${ids[0]}`]);
    expect((await look(on26('09:00'))).sent).toEqual([]);
    expect((await look(on26('11:00'))).sent).toEqual([`${closing} itself ${ids[1]}`]);
  });
});

describe('who comes, or changes their hours, in the day', () => {
  const joined = async (time: string, wishes: Partial<Wishes>) => {
    const there = await town({ digestAt: 8 });
    await there.look(on26('07:59'));
    if (time >= '08:00') await there.look(on26('08:00'));
    const late = await person(there.store, 7, wishing(wishes));
    await there.again();
    return { ...there, late };
  };

  test.each(['07:59', '08:30', '08:57'])(
    'hears as usual when their own hour was written down before: %s',
    async (time) => {
      const { look, late } = await joined(time, { digestAt: 8 });
      const earlier = (await look(on26('08:00'))).sent.join();
      expect(earlier.split(' ').at(-1)).not.toBe(String(late));
      expect((await look(on26('09:00'))).sent).toEqual([`${closing} itself ${late}`]);
    },
  );

  test('hears once, however often they change', async () => {
    const { look, store, ids, again } = await town({ digestAt: 7 }, { digestAt: 8 });
    const change = async (id: number, wishes: Partial<Wishes>) => {
      await store.change(id, wishing(wishes), consent);
      await again();
    };
    const sent: string[] = [];
    const at = async (time: string) => void sent.push(...(await look(on26(time))).sent);
    await at('06:59');
    await at('07:00');
    await change(ids[0]!, { digestAt: 8 });
    await at('07:59');
    await at('08:00');
    await change(ids[0]!, {});
    await change(ids[1]!, { digestAt: 12 });
    for (const time of ['08:59', '09:00', '12:00']) await at(time);
    expect(sent).toEqual([
      `${closing}-07 digest-2026-11-26-07 ${ids[0]}`,
      `${closing}-08 digest-2026-11-26-08 ${ids[1]}`,
    ]);
  });

  test('hears once, also where what was written down is forgotten', async () => {
    const { look, store } = await town({ digestAt: 8 });
    await look(on26('07:59'));
    expect((await look(on26('08:00'))).sent).toHaveLength(1);
    await store.keep('reminders', '[]');
    expect((await look(on26('09:00'))).sent).toEqual([]);
  });
});

describe('who is quiet all through the last day', () => {
  const on25 = (time: string) => new Date(`2026-11-25T${time}:00+09:00`);

  test('hears on the evening before that it closes tomorrow, once, and until midnight', async () => {
    const { look, store, ids, again } = await town({ quiet: { from: 22, to: 18 } }, {}, { quiet: { from: 0, to: 18 } });
    expect((await look(on25('20:57'))).told).toEqual([]);
    expect((await look(on25('20:59'))).told).toEqual([`${closing}-eve-21`]);
    expect((await look(on25('21:00'))).sent).toEqual([`${closing}-eve-21 itself ${ids[0]}`]);
    await look(on25('22:59'));
    const [claim] = await store.claim({
      now: on25('23:00'),
      shut: new Set(),
      most: 9,
      leaseUntil: on25('23:10'),
    });
    expect(claim!.event).toMatchObject({ kind: 'closes-tomorrow', expiresAt: new Date('2026-11-26T00:00:00+09:00') });
    expect([...claim!.ids]).toEqual([ids[2]]);
    await store.change(ids[0]!, wishing(), consent);
    await again();
    expect((await look(on26('09:00'))).sent).toEqual([`${closing} itself ${ids[1]}`]);
  });

  test('hears nothing false of a day that is moved in time, and hears when it is the old one again', async () => {
    const { look, ids } = await town({ quiet: { from: 22, to: 18 } });
    await look(on25('20:59'));
    expect((await look(on25('20:59'), [entry({ closesOn: '2026-11-27' })])).takenBack).toEqual([`${closing}-eve-21`]);
    expect((await look(on25('21:00'), [entry({ closesOn: '2026-11-27' })])).sent).toEqual([]);
    expect((await look(on25('21:05'))).sent).toEqual([`${closing}-eve-21 itself ${ids[0]}`]);
  });

  test('hears nothing at midnight of what was moved and put back in time, and could not go out before', async () => {
    const { look } = await town({ quiet: { from: 22, to: 18 } });
    await look(on25('20:58'));
    await look(on25('20:58'), [entry({ closesOn: '2026-11-27' })]);
    expect((await look(on25('20:59'))).told).toEqual([`${closing}-eve-21`]);
    expect((await look(on26('00:00'))).sent).toEqual([]);
  });
});

test('who was served at an hour of their own, before somebody pulled the plug, is not served again', async () => {
  const { look, store, ids } = await town({ digestAt: 7 });
  await look(on26('06:59'));
  const kept = JSON.parse((await store.kept('reminders'))!) as [string, object][];
  await store.keep('reminders', JSON.stringify(kept.map(([id, written]) => [id, { ...written, isWritten: false }])));
  expect((await look(on26('08:00'))).sent).toEqual([`${closing}-07 digest-2026-11-26-07 ${ids[0]}`]);
  expect((await look(on26('09:00'))).sent).toEqual([]);
});

describe('a day that changes', () => {
  const moved = entry({ closesOn: '2026-11-27' });

  test('takes its reminder back from those who have not had it, and makes another', async () => {
    const { look, ids } = await town({}, { digestAt: 12 });
    expect((await look(on26('09:00'))).sent).toEqual([`${closing} itself ${ids[0]}`]);
    expect((await look(on26('10:00'), [moved])).takenBack).toEqual([closing]);
    expect((await look(on26('12:00'), [moved])).sent).toEqual([]);
    const next = new Date('2026-11-27T09:00:00+09:00');
    expect((await look(next, [moved])).sent).toEqual([`closes-today-2026000001-2026-11-27 itself ${ids[0]}`]);
  });

  test('and is the old one again, is told to those alone who have not heard', async () => {
    const { look, ids } = await town({}, { digestAt: 12 });
    await look(on26('09:00'));
    await look(on26('10:00'), [moved]);
    expect((await look(on26('11:00'))).told).toEqual([closing]);
    expect((await look(on26('11:01'))).sent).toEqual([]);
    expect((await look(on26('12:00'))).sent).toEqual([`${closing} digest-2026-11-26-12 ${ids[1]}`]);
  });

  test('or a notice that vanishes takes its reminders back', async () => {
    const { look } = await town({ digestAt: 12 });
    await look(on26('09:00'));
    expect((await look(on26('09:10'), [])).takenBack).toEqual([closing]);
    expect((await look(on26('12:00'), [])).sent).toEqual([]);
  });

  test('reminds nobody who left meanwhile', async () => {
    const { look, store, ids } = await town({}, {});
    await look(on26('08:59'));
    await store.end(ids[0]!, 'unsubscribed', consent.at);
    expect((await look(on26('09:00'))).sent).toEqual([`${closing} itself ${ids[1]}`]);
  });
});
