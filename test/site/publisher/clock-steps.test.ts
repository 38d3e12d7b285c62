import { expect, test } from 'vitest';
import { watchClock } from '../../../site/publisher/clock-watch.ts';

const hour = 3_600_000;

/** A machine whose two clocks a test moves; `pass` lets time go by for both. */
function machine() {
  let wall = Date.parse('2026-11-22T10:00:00Z');
  let steady = 5_000_000;
  const watch = watchClock({
    clock: { now: () => new Date(wall) },
    steady: { elapsed: () => steady },
    sources: [],
  });
  return {
    step: () => watch.step(),
    agree: () => watch.agree(),
    set: (by: number) => (wall += by),
    pass: (time: number) => {
      wall += time;
      steady += time;
    },
  };
}

test('a clock that runs is trusted, however long nobody looked', () => {
  const { pass, step } = machine();
  for (const time of [0, 20, 1000, hour, 400 * 24 * hour]) {
    pass(time);
    expect(step()).toBe(null);
  }
});

test('a clock that was set is named with how far and which way, until it is put right', () => {
  const { set, pass, step } = machine();
  set(-hour);
  expect(step()).toBe(
    "This machine's clock was set 3600.0 s back while the publisher ran. Put it right; if it is right now, " +
      'name second clocks in CLOCK_SOURCES or restart the publisher.',
  );
  pass(50 * 60_000);
  expect(step()).toContain('set 3600.0 s back');
  set(hour + 700);
  expect(step()).toBe(null);
  set(1500);
  expect(step()).toContain('set 2.2 s forward');
});

test('steps are summed', () => {
  const { set, pass, step } = machine();
  set(5000);
  step();
  set(-2000);
  pass(20);
  expect(step()).toContain('set 3.0 s forward');
  set(-2000);
  expect(step()).toBe(null);
});

test('a second either way is no step', () => {
  const { set, step } = machine();
  set(1000);
  expect(step()).toBe(null);
  set(-2000);
  expect(step()).toBe(null);
  set(-1);
  expect(step()).toContain('set 1.0 s back');
});

test('a clock that is slewed for a week is trusted', () => {
  const { set, pass, step } = machine();
  for (let second = 0; second < 7 * 24 * 3600; second += 10) {
    pass(10_000);
    set(5);
    expect(step()).toBe(null);
  }
});

test('many small steps are one large step', () => {
  const { set, pass, step } = machine();
  set(900);
  expect(step()).toBe(null);
  pass(50);
  set(900);
  expect(step()).toContain('set 1.8 s forward');
});

test('a laptop that slept is trusted, and one whose clock was set in its sleep is not', () => {
  const { set, pass, step } = machine();
  pass(8 * hour);
  expect(step()).toBe(null);
  pass(8 * hour);
  set(9 * hour);
  expect(step()).toContain('set 32400.0 s forward');
});

test('without second clocks, asking them gives what the watch itself knows', async () => {
  const { set, agree } = machine();
  expect(await agree()).toBe(null);
  set(-5000);
  expect(await agree()).toContain('set 5.0 s back');
});
