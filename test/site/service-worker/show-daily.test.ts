import { afterEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../db/clock.ts';
import { subscription } from '../../notifier/web/subscription.ts';

const key = Buffer.alloc(65, 4);
const own = subscription(key.toString('base64url'), 'https://fcm.googleapis.com/fcm/send/one');

/** What a worker has around it, and what it has asked the notifier for. */
async function worker(subscribed: boolean, online = true) {
  const asked: unknown[] = [];
  const notes = new Map<string, Response>();
  vi.stubGlobal('registration', {
    pushManager: {
      getSubscription: async () =>
        subscribed
          ? {
              options: { applicationServerKey: new Uint8Array(key).buffer },
              toJSON: () => ({ endpoint: own.endpoint, keys: own.keys }),
            }
          : null,
    },
  });
  vi.stubGlobal('caches', {
    open: async () => ({
      match: async (name: string) => notes.get(name)?.clone(),
      put: async (name: string, note: Response) => void notes.set(name, note),
    }),
  });
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string }) => {
    if (!online) throw new TypeError('no connection');
    asked.push([method, path, JSON.parse(body)]);
    return new Response('{}');
  });
  const { showDaily } = await import('../../../site/service-worker/show-daily.ts');
  return { asked, showDaily };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a device that is told shows itself once a day, and again the next', async () => {
  const { asked, showDaily } = await worker(true);
  const now = systemClock.now().getTime();
  for (let i = 0; i < 3; i++) await showDaily();
  expect(asked).toEqual([['PUT', '/alerts/push', own]]);
  vi.spyOn(systemClock, 'now').mockReturnValue(new Date(now + 86_400_000 + 60_000));
  await showDaily();
  expect(asked).toHaveLength(2);
  vi.spyOn(systemClock, 'now').mockReturnValue(new Date(now - 86_400_000));
  await showDaily();
  expect(asked).toHaveLength(3);
});

test('a device that is told nothing asks for nothing, and one without a connection gets its page', async () => {
  const quiet = await worker(false);
  await quiet.showDaily();
  expect(quiet.asked).toEqual([]);
  const offline = await worker(true, false);
  await expect(offline.showDaily()).resolves.toBeUndefined();
});
