import { expect, test } from 'vitest';
import { parseInstant } from '../../../../db/clock.ts';
import { paceOf } from '../../../../notifier/senders/rates/pace.ts';
import type { Outcome } from '../../../../notifier/senders/sender.ts';

const push = 'push fcm.googleapis.com';
const mail = 'email naver.com';
const sent: Outcome = { is: 'sent' };
const failed: Outcome = { is: 'retry', after: null };

/** A lane that is asked twenty times a second for as much as it gives, each message answered at once by `answer`. */
function stage() {
  const clock = { at: parseInstant('2026-11-23T10:00:00+09:00').getTime(), now: () => new Date(clock.at) };
  const pace = paceOf({ clock });
  const run = (seconds: number, answer: (nth: number) => Outcome | null = () => sent, lane = push) => {
    let granted = 0;
    for (let tick = 0; tick < seconds * 20; tick++) {
      const some = pace.grant(lane, 100_000);
      for (let nth = 0; nth < some; nth++) {
        const outcome = answer(granted + nth);
        if (outcome) pace.tell(lane, outcome);
      }
      granted += some;
      clock.at += 50;
    }
    return granted;
  };
  const rate = (lane = push) => pace.rates()[lane]!;
  const paused = (seconds: number): Outcome => ({ is: 'paused', until: new Date(clock.at + seconds * 1000) });
  return { clock, pace, run, rate, paused };
}

test('a lane that takes everything is given twice as much each second, and soon thousands', () => {
  const { run, rate } = stage();
  run(1.1);
  const first = rate();
  run(1);
  expect(rate()).toBe(first * 2);
  run(8);
  expect(rate()).toBeGreaterThan(10_000);
});

test('mail servers are approached more slowly than push services', () => {
  const { run } = stage();
  expect(run(1, () => sent, mail)).toBeLessThan(run(1) / 4);
});

test('never more is granted than asked for, nor than the rate allows', () => {
  const { pace, clock } = stage();
  expect(pace.grant(push, 7)).toBe(7);
  const atOnce = pace.grant(push, 100_000);
  expect(atOnce).toBeLessThanOrEqual(500);
  expect(pace.grant(push, 100_000)).toBe(0);
  clock.at += 100;
  expect(pace.grant(push, 100_000)).toBeLessThanOrEqual(50);
});

test('a lane that says "later" is shut until then, and has half the rate afterwards', () => {
  const { run, rate, pace, paused, clock } = stage();
  run(3.1);
  const before = rate();
  pace.grant(push, 1);
  pace.tell(push, paused(30));
  expect([...pace.shut(clock.now())]).toEqual([push]);
  expect(run(29.5)).toBe(0);
  clock.at += 1_000;
  expect([...pace.shut(clock.now())]).toEqual([]);
  expect(run(1)).toBeGreaterThan(0);
  expect(rate()).toBe(before / 2);
});

test('all that was on the way when it said so is one "later", not many', () => {
  const { run, rate, pace, paused, clock } = stage();
  run(3.1);
  const before = rate();
  const onTheWay = pace.grant(push, 50);
  for (let nth = 0; nth < onTheWay; nth++) pace.tell(push, paused(2 + nth / 10));
  clock.at += 10_000;
  run(1.5);
  expect(rate()).toBeGreaterThanOrEqual(before / 2);
});

test('after that it grows step by step, not by doubling', () => {
  const { run, rate, pace, paused, clock } = stage();
  run(5.1);
  pace.grant(push, 1);
  pace.tell(push, paused(1));
  clock.at += 1_100;
  run(1.1);
  const halved = rate();
  run(5);
  expect(rate()).toBeGreaterThan(halved);
  expect(rate()).toBeLessThan(halved * 1.2);
});

test('lanes know nothing of each other', () => {
  const { run, rate, pace, paused, clock } = stage();
  run(3.1);
  run(1.1, () => sent, mail);
  const before = rate();
  pace.grant(mail, 1);
  pace.tell(mail, paused(60));
  expect([...pace.shut(clock.now())]).toEqual([mail]);
  run(0.5);
  expect(rate()).toBeGreaterThanOrEqual(before);
  expect(pace.grant(mail, 10)).toBe(0);
});

test('a lane in which all fails is hardly asked any more, and is back soon once it works', () => {
  const { run, rate } = stage();
  run(5.1);
  const before = rate();
  run(60, () => failed);
  expect(rate()).toBe(1);
  expect(run(10, () => failed)).toBeLessThanOrEqual(20);
  run(15);
  expect(rate()).toBeGreaterThan(before / 4);
});

test('a few channels that fail do not slow down the others', () => {
  const { run, rate } = stage();
  run(3.1);
  const before = rate();
  run(3, (nth) => (nth % 20 === 0 ? failed : sent));
  expect(rate()).toBeGreaterThan(before);
});

test('a lane is not slower for what was not tried, or refused for what a single channel is', () => {
  const { run, rate } = stage();
  run(3.1);
  const before = rate();
  run(30, () => ({ is: 'retry', after: null, alone: true }));
  expect(rate()).toBe(before);
  run(5, (nth) => (nth % 2 ? { is: 'retry', after: null, alone: true } : sent));
  expect(rate()).toBeGreaterThanOrEqual(before);
});

test('a lane that does not answer is not given more and more', () => {
  const { run, rate } = stage();
  run(1.1);
  const before = rate();
  const granted = run(60, () => null);
  expect(granted).toBeLessThanOrEqual(before * 4);
  expect(rate()).toBeLessThanOrEqual(before * 2);
});

test('a lane that was hardly used has not shown that it takes more', () => {
  const { pace, rate, clock } = stage();
  for (let second = 0; second < 30; second++) {
    pace.grant(push, 5);
    for (let nth = 0; nth < 5; nth++) pace.tell(push, sent);
    clock.at += 1_000;
  }
  expect(rate()).toBe(500);
});

test('what was kept back says nothing about the lane', () => {
  const { run, rate } = stage();
  run(1.1);
  const before = rate();
  run(3, () => ({ is: 'kept back', why: 'left' }));
  expect(rate()).toBe(before);
});

test('a clock that is set back neither shuts a lane for long nor opens it at once', () => {
  const { pace, paused, clock, run } = stage();
  pace.grant(push, 1);
  pace.tell(push, paused(30));
  clock.at -= 86_400_000;
  expect([...pace.shut(clock.now())]).toEqual([push]);
  clock.at += 3_600_001;
  expect([...pace.shut(clock.now())]).toEqual([]);
  expect(run(1)).toBeGreaterThan(0);
});

test('how long a lane needs follows from what it answered lately, and from its pause', () => {
  const { run, pace, paused } = stage();
  expect(pace.eta(push, 1_000)).toBeCloseTo(2);
  run(4.1, (nth) => (nth % 2 ? sent : null));
  expect(pace.eta(push, 10_000)).toBeGreaterThan(1);
  pace.tell(push, paused(30));
  expect(pace.eta(push, 0)).toBeCloseTo(30);
});
