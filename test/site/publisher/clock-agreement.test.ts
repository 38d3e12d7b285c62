import { expect, test } from 'vitest';
import { runningClock, type Clock } from '../../../db/clock.ts';
import { steadyClock } from '../../../db/steady-clock.ts';
import { watchClock } from '../../../site/publisher/clock-watch.ts';
import { silent, startDateServer, startNtpServer } from '../../stand-ins/time-server.ts';

const truth = runningClock(new Date('2026-11-22T10:29:00Z'));

/** Our clock beside the true one; a test sets it. */
function ourClock() {
  const ours = { off: 0, now: () => new Date(truth.now().getTime() + ours.off) };
  return ours;
}

const watchOver = (clock: Clock, ...sources: { url: string }[]) =>
  watchClock({ clock, steady: steadyClock, sources: sources.map(({ url }) => url) });

test('a clock is trusted when every second clock agrees', async () => {
  const watch = watchOver(ourClock(), await startNtpServer(truth), await startDateServer(truth));
  expect(await watch.agree()).toBe(null);
  expect(watch.step()).toBe(null);
});

test('one second clock of two that says otherwise is enough to hold', async () => {
  const wrong = await startNtpServer(truth, -60_000);
  const watch = watchOver(ourClock(), await startNtpServer(truth), wrong, await startDateServer(truth));
  expect(await watch.agree()).toBe(
    `This machine's clock is 60.0 s ahead of ${wrong.host}. Put it right; if ${wrong.host} is wrong, ` +
      'take it out of CLOCK_SOURCES and restart.',
  );
  expect(watch.step(), 'it was not set').toBe(null);
});

test('a step is forgiven when the second clocks agree with where it led', async () => {
  const clock = ourClock();
  clock.off = -hour;
  const watch = watchOver(clock, await startNtpServer(truth));
  clock.off = 0;
  expect(watch.step()).toBe(
    "This machine's clock was set 3600.0 s forward while the publisher ran. Put it right; if it is right now, " +
      'the publisher goes on as soon as its CLOCK_SOURCES agree.',
  );
  expect(await watch.agree()).toBe(null);
  expect(watch.step()).toBe(null);
  clock.off = -hour;
  expect(watch.step()).toContain('set 3600.0 s back');
});

test('a step is not forgiven while one of the second clocks is silent', async () => {
  const clock = ourClock();
  const mute = await startNtpServer(truth, 0, silent);
  const watch = watchOver(clock, await startNtpServer(truth), mute);
  clock.off = 3000;
  expect(watch.step()).toContain('set 3.0 s forward');
  clock.off = 0;
  expect(await watch.agree()).toBe(
    `The second clock ${mute.host} did not answer within 2.0 s. See that it can be reached, ` +
      'or take it out of CLOCK_SOURCES and restart.',
  );
  clock.off = 3000;
  expect(watch.step()).toContain('set 3.0 s forward');
});

test('a clock that is set while the second clocks are asked is not trusted for their answers', async () => {
  const clock = ourClock();
  const ntp = await startNtpServer(truth);
  const watch = watchOver(clock, ntp);
  ntp.manner = (packet) => {
    clock.off = hour;
    return [packet];
  };
  expect(await watch.agree()).toContain('set 3600.0 s forward');
  expect(watch.step()).toContain('set 3600.0 s forward');
});

test('each second clock that does not agree has its sentence', async () => {
  const ahead = await startDateServer(truth, 60_000);
  const behind = await startNtpServer(truth, -60_000);
  const words = await watchOver(ourClock(), ahead, behind).agree();
  expect(words).toContain(`s behind ${ahead.host}.`);
  expect(words).toContain(`60.0 s ahead of ${behind.host}.`);
});

test('who stops the publisher need not wait for a silent clock', async () => {
  const watch = watchOver(ourClock(), await startNtpServer(truth, 0, silent));
  const stop = new AbortController();
  const patient = watch.agree();
  const stopped = watch.agree(stop.signal).catch((reason: Error) => reason.message);
  stop.abort(new Error('stopped'));
  expect(await Promise.race([patient, stopped])).toBe('stopped');
  await expect(watch.agree(stop.signal)).rejects.toThrow('stopped');
});

const hour = 3_600_000;
