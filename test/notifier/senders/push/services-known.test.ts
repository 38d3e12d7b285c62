import { expect, test } from 'vitest';
import { openDoor } from '../../../../notifier/door.ts';
import { servicesKnown } from '../../../../notifier/senders/push/services-known.ts';
import { paceOf } from '../../../../notifier/senders/rates/pace.ts';
import { fixedClock, parseInstant } from '../../../../db/clock.ts';

test('hosts of a family that are not reached do not slow its lane down; a service that stands for itself does', () => {
  const clock = fixedClock(parseInstant('2026-11-24T10:00:00+09:00'));
  const known = servicesKnown(
    openDoor(clock),
    () => {},
    () => {},
  );
  const said = (host: string, id: number) =>
    known.outcomeOf({ origin: `https://${host}`, host, key: '1', id }, { is: 'unsent', connected: false });
  expect(said('stranger-1.notify.windows.com', 1)).toMatchObject({ is: 'retry', alone: true });
  expect(said('fcm.googleapis.com', 2)).not.toHaveProperty('alone');

  const at = { now: clock.now() };
  const pace = paceOf({ clock: { now: () => at.now } });
  const lane = 'push notify.windows.com';
  for (let second = 0; second < 5; second++) {
    const granted = pace.grant(lane, 100);
    for (let i = 0; i < granted; i++)
      pace.tell(lane, i % 2 ? { is: 'sent' } : said(`x-${second}-${i}.notify.windows.com`, i));
    at.now = new Date(at.now.getTime() + 1_001);
  }
  pace.grant(lane, 1);
  expect(pace.rates()[lane]).toBeGreaterThanOrEqual(500);
});
