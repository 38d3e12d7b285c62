import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../db/clock.ts';
import type { ChannelId } from '../../../db/subscribers/subscribers.ts';
import { openDoor, type SharedDoor } from '../../../notifier/door.ts';
import type { Delivery, Outcome, Sender } from '../../../notifier/senders/sender.ts';

export type Stage = {
  sender: Sender;
  /** A delivery to a channel that takes what it gets; its times do not matter, they are set here. */
  delivery: (id: ChannelId) => Delivery;
  /** To whom something has come, each as often as it came. */
  arrived(): ChannelId[] | Promise<ChannelId[]>;
};

/** Stands still until a test sets it. */
export type SetClock = { now(): Date; set(now: Date): void };

const now = parseInstant('2026-11-23T10:00:00+09:00');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

/**
 * What every sender promises (notifier/senders/sender.ts).
 * @param make sets a stage for one test and clears it away when that ends.
 */
export function senderContract(name: string, make: (door: SharedDoor, clock: SetClock) => Promise<Stage>) {
  describe(`the contract of senders, kept by ${name}`, () => {
    test('a message that is due is sent and arrives', async () => {
      const { stage, answers } = await open();
      await answers.of([due(stage, 1)]);
      expect(answers.all()).toEqual([[1, { is: 'sent' }]]);
      expect(await stage.arrived()).toEqual([1]);
    });

    test('each of many is answered exactly once, and arrives once', async () => {
      const { stage, answers } = await open();
      const ids = Array.from({ length: 60 }, (_, at) => at + 1);
      await answers.of(ids.map((id) => due(stage, id)));
      expect(sorted(answers.all().map(([id]) => id))).toEqual(ids);
      expect(answers.all().every(([, { is }]) => is === 'sent')).toBe(true);
      expect(sorted(await stage.arrived())).toEqual(ids);
    });

    test('no messages are no trouble', async () => {
      const { answers } = await open();
      await answers.of([]);
      expect(answers.all()).toEqual([]);
    });

    test('two calls at once do not mix their answers', async () => {
      const { stage, answers } = await open();
      const others = answersOf(stage.sender);
      await Promise.all([answers.of([1, 2, 3].map((id) => due(stage, id))), others.of([due(stage, 4)])]);
      expect(sorted(answers.all().map(([id]) => id))).toEqual([1, 2, 3]);
      expect(others.all().map(([id]) => id)).toEqual([4]);
    });

    test('what may not go out yet is kept back, and goes when its time has come', async () => {
      const { stage, answers, clock } = await open();
      const early = { ...due(stage, 1), notBefore: later(60) };
      await answers.of([early]);
      expect(answers.all()).toEqual([[1, { is: 'kept back', why: 'early' }]]);
      expect(await stage.arrived()).toEqual([]);
      clock.set(later(60));
      await answers.of([early]);
      expect(answers.all().at(-1)).toEqual([1, { is: 'sent' }]);
    });

    test('a clock that is set back keeps back what was due before', async () => {
      const { stage, answers, clock } = await open();
      clock.set(later(-3600));
      await answers.of([due(stage, 1)]);
      expect(answers.all()).toEqual([[1, { is: 'kept back', why: 'early' }]]);
      expect(await stage.arrived()).toEqual([]);
    });

    test('what nobody should see any more is kept back, from the very instant on', async () => {
      const { stage, answers } = await open();
      await answers.of([{ ...due(stage, 1), expiresAt: now }]);
      expect(answers.all()).toEqual([[1, { is: 'kept back', why: 'late' }]]);
      expect(await stage.arrived()).toEqual([]);
    });

    test('who has left gets nothing, and who came back does', async () => {
      const { stage, answers, door } = await open();
      door.leave(2);
      await answers.of([1, 2, 3].map((id) => due(stage, id)));
      expect(answers.all().find(([id]) => id === 2)).toEqual([2, { is: 'kept back', why: 'left' }]);
      expect(sorted(await stage.arrived())).toEqual([1, 3]);
      door.comeBack(2);
      await answers.of([due(stage, 2)]);
      expect(sorted(await stage.arrived())).toEqual([1, 2, 3]);
    });

    test('closing answers everything that was under way, each once', async () => {
      const { stage, answers } = await open();
      const ids = Array.from({ length: 60 }, (_, at) => at + 1);
      const sending = answers.of(ids.map((id) => due(stage, id)));
      await stage.sender.close();
      await sending;
      expect(sorted(answers.all().map(([id]) => id))).toEqual(ids);
      const sent = answers.all().flatMap(([id, { is }]) => (is === 'sent' ? [id] : []));
      expect(sorted(await stage.arrived())).toEqual(sorted(sent));
      expect(answers.all().every(([, { is }]) => is === 'sent' || is === 'retry')).toBe(true);
    });

    test('a sender that is closed takes nothing more, and can be closed again', async () => {
      const { stage, answers } = await open();
      await stage.sender.close();
      await stage.sender.close();
      await answers.of([due(stage, 1)]);
      expect(answers.all()).toEqual([[1, { is: 'retry', after: null }]]);
      expect(await stage.arrived()).toEqual([]);
    });
  });

  async function open() {
    let at = now;
    const clock: SetClock = { now: () => at, set: (instant) => (at = instant) };
    const door = openDoor(clock);
    const stage = await make(door, clock);
    return { stage, door, clock, answers: answersOf(stage.sender) };
  }
}

function due({ delivery }: Stage, id: ChannelId): Delivery {
  return { ...delivery(id), notBefore: later(-60), expiresAt: later(3600) };
}

function answersOf(sender: Sender) {
  const all: [ChannelId, Outcome][] = [];
  return {
    of: (deliveries: Delivery[]) => sender.send(deliveries, (id, outcome) => all.push([id, outcome])),
    all: () => all,
  };
}

function sorted(ids: ChannelId[]) {
  return ids.toSorted((a, b) => a - b);
}
