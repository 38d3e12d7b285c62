import { expect, test } from 'vitest';
import { clockDoubt } from '../../notifier/clock-doubt.ts';
import { movedClock } from './moved-clock.ts';

/** Time that passes, and a wall clock that can be set apart from it. */
function clocks() {
  const [wall, time] = [movedClock(), movedClock()];
  const said: string[] = [];
  const inDoubt = clockDoubt(wall, { elapsed: () => time.now().getTime() }, (line) => said.push(line));
  const pass = (seconds: number) => (wall.pass(seconds), time.pass(seconds));
  return { said, inDoubt, pass, set: wall.pass };
}

test('a clock that goes on, is corrected a little or set back is believed', () => {
  const { said, inDoubt, pass, set } = clocks();
  for (const seconds of [0, 60, -59, -7_200, 30]) {
    pass(3_600);
    set(seconds);
    expect(inDoubt()).toBe(false);
  }
  expect(said).toEqual([]);
});

test('a clock that is days ahead is doubted, and believed at once when it is right again', () => {
  const { said, inDoubt, pass, set } = clocks();
  set(4 * 86_400);
  expect(inDoubt()).toBe(true);
  pass(599);
  expect(inDoubt()).toBe(true);
  set(-4 * 86_400);
  expect(inDoubt()).toBe(false);
  pass(3_600);
  expect(inDoubt()).toBe(false);
  expect(said).toEqual([expect.stringContaining('set forward by 345600 s'), expect.stringContaining('where it was')]);
});

test('a clock that stays where it was set is believed after ten minutes', () => {
  const { said, inDoubt, pass, set } = clocks();
  set(3_600);
  expect(inDoubt()).toBe(true);
  pass(600);
  expect(inDoubt()).toBe(false);
  expect(inDoubt()).toBe(false);
  expect(said).toHaveLength(2);
  set(61);
  expect(inDoubt()).toBe(true);
});
