import { expect, test } from 'vitest';
import { pushHosts } from '../../../../notifier/senders/push/push-hosts.ts';

const hosts = pushHosts([]);

test('the push services of the large browsers are known', () => {
  const known = [
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/QABC',
    'https://wns2-par02p.notify.windows.com/w/?token=a%2bb',
  ];
  expect(known.map((each) => hosts.of(each)?.path)).toEqual([
    '/fcm/send/abc:def',
    '/wpush/v2/abc',
    '/QABC',
    '/w/?token=a%2bb',
  ]);
  expect(hosts.of(known[0]!)).toMatchObject({ origin: 'https://fcm.googleapis.com', port: 443, address: null });
});

test.each([
  'http://fcm.googleapis.com/x',
  'https://fcm.googleapis.com:8443/x',
  'https://fcm.googleapis.com./x',
  'https://user@fcm.googleapis.com/x',
  'https://:secret@fcm.googleapis.com/x',
  'https://fcm.googleapis.com/x#y',
  'https://fcm.googleapis.com.example.com/x',
  'https://evil-fcm.googleapis.com/x',
  'https://notify.windows.com/x',
  'https://evilnotify.windows.com/x',
  'https://evil.example/.notify.windows.com/x',
  'https://.notify.windows.com/x',
  'https://a..notify.windows.com/x',
  'https://127.0.0.1/x',
  'https://2130706433/x',
  'https://0x7f.1/x',
  'https://[::1]/x',
  'https://[::ffff:127.0.0.1]/x',
  'https://localhost/x',
  'ftp://fcm.googleapis.com/x',
  'javascript:alert(1)',
  'fcm.googleapis.com/x',
  '',
])('%s is no push service', (endpoint) => {
  expect(hosts.of(endpoint)).toBeNull();
});

test('the setting adds services, with their port, and with the one address at which they may be', () => {
  const more = pushHosts(['push.example.org', 'Push.Example.org:8443=127.0.0.1']);
  expect(more.of('https://push.example.org/x')).toMatchObject({ port: 443, address: null });
  expect(more.of('https://push.example.org:8443/x')).toEqual({
    origin: 'https://push.example.org:8443',
    host: 'push.example.org',
    port: 8443,
    address: '127.0.0.1',
    path: '/x',
  });
  expect(more.of('https://push.example.org:9443/x')).toBeNull();
  expect(more.of('https://other.push.example.org/x')).toBeNull();
});
