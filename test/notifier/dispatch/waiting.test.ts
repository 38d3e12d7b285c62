import { expect, test } from 'vitest';
import { waitingOf } from '../../../notifier/dispatch/waiting.ts';
import { event } from '../messages/given.ts';
import { movedClock } from '../moved-clock.ts';

const claim = {
  chunk: 1,
  fence: 1,
  lane: 'email others',
  as: 'itself' as const,
  event: event(),
  notBefore: event().notBefore,
  urgency: 0,
  ids: new Uint32Array(),
};

test('a clock that is set back by days makes nobody wait for days', () => {
  const [waiting, clock] = [waitingOf(), movedClock()];
  waiting.heard(claim, 7, { is: 'retry', after: clock.in(3_600) }, clock.now());
  expect(waiting.until(claim, 7, clock.now())).toBe(clock.in(3_600).getTime());
  clock.pass(-3 * 3_600);
  expect(waiting.until(claim, 7, clock.now())).toBeGreaterThan(0);
  clock.pass(-86_400);
  expect(waiting.until(claim, 7, clock.now())).toBe(0);
});

test('a doubt ends with an answer: the next one is a first one again', () => {
  const [waiting, clock] = [waitingOf(), movedClock()];
  const heard = (is: 'ambiguous' | 'sent') => waiting.heard(claim, 7, { is }, clock.now());
  expect(heard('ambiguous')).toEqual({ is: 'retry', after: clock.in(600) });
  expect(heard('sent')).toEqual({ is: 'sent' });
  expect(heard('ambiguous')).toEqual({ is: 'retry', after: clock.in(600) });
  expect(heard('ambiguous')).toEqual({ is: 'ambiguous' });
  expect(waiting.until(claim, 7, clock.now())).toBe(0);
});
