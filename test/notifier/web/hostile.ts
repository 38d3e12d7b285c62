import { agreedWords } from '../../../db/alert-pages.ts';

/** A request as bytes may make it: nothing in it is checked by a client. */
export type Hostile = { method: string; path: string; headers: string[]; body: Buffer };

/** A row of numbers that is the same for the same seed. */
export function dice(seed: number) {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  return {
    below: (many: number) => Math.floor(next() * many),
    one: <Thing>(things: readonly Thing[]) => things[Math.floor(next() * things.length)]!,
    chance: (share: number) => next() < share,
  };
}
type Dice = ReturnType<typeof dice>;

const paths = [
  'subscribe',
  'confirm/',
  'manage/',
  'manage-link',
  'unsubscribe/',
  'test',
  'forget',
  'key',
  'push',
  'push/test',
  'asked/',
  '_assets/x',
  '../subscribe',
  '%2e%2e/forget',
  'FORGET',
  'forget/',
  'manage/%00',
];
const methods = [
  'GET',
  'POST',
  'POST',
  'POST',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
];
const texts = [
  '',
  ' ',
  'a@example.kr\r\nBcc: b@example.kr',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '__proto__',
  'constructor',
  '\u0000',
  '\u202E',
  '가'.repeat(500),
  'x'.repeat(15_000),
  'x'.repeat(40_000),
  '%',
  '%ff%fe',
  '-1',
  '1e999',
  'NaN',
  '2026000001',
  '99999999999999999999',
  'https://127.0.0.1/',
  'https://fcm.googleapis.com@127.0.0.1/',
  'https://[::1]/',
  'file:///etc/passwd',
  '${jndi:ldap://x}',
  '../../../../etc/passwd',
];
const fields = [
  'email',
  'token',
  'place',
  'kind',
  'moment',
  'notices',
  'delivery',
  'digestAt',
  'quiet',
  'quietFrom',
  'quietTo',
  'agree',
  '__proto__',
  'List-Unsubscribe',
];

/** Tokens that open nothing: cut, turned, made up, and the last of them whole, which is of a purpose that no form has. */
function badToken({ below, one }: Dice, tokens: readonly string[]) {
  const token = one(tokens);
  const at = below(token.length);
  const wrong = [
    token.slice(0, at),
    token + one(['a', '=', '%00', ' ']),
    token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1),
    token.split('').toReversed().join(''),
    token.toUpperCase() + token,
    one(texts),
    tokens.at(-1)!,
  ];
  return one(wrong);
}

/** A hostile request. `tokens` are real ones: they are sent spoilt, but for the last. */
export function hostile(roll: Dice, tokens: readonly string[], endpoint: string): Hostile {
  const { one, chance, below } = roll;
  const json = chance(0.4);
  const token = badToken(roll, tokens);
  const path = `/alerts/${one(paths)}${chance(0.5) ? `?token=${encodeURIComponent(token).slice(0, 1_500)}` : ''}`;
  const headers = ['Host: lighthouse.example'];
  const ours = chance(0.8);
  headers.push(
    ours
      ? 'Sec-Fetch-Site: same-origin'
      : one(['Sec-Fetch-Site: cross-site', 'Origin: null', 'Origin: https://evil.example', 'X-A: b']),
  );
  headers.push(
    `Content-Type: ${one([json ? 'application/json' : 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', json ? 'application/json; charset=utf-7' : 'application/x-www-form-urlencoded'])}`,
  );
  if (chance(0.2))
    headers.push(
      one([
        'X-Forwarded-For: 203.0.113.9, 127.0.0.1',
        `Cookie: ${'a'.repeat(200)}`,
        'X-HTTP-Method-Override: DELETE',
        'Content-Encoding: gzip',
        'X-Forwarded-For: %0d%0a',
        'Range: bytes=0-',
      ]),
    );
  const body = Buffer.from(json ? jsonBody(roll, endpoint) : formBody(roll, token));
  if (chance(0.1)) for (let i = 0; i < 5 && body.length > 0; i++) body[below(body.length)] = below(256);
  return { method: one(methods), path, headers, body };
}

function formBody({ one, below, chance }: Dice, token: string) {
  const form = new URLSearchParams();
  for (let i = below(12); i > 0; i--) form.append(one(fields), one(texts));
  if (chance(0.5)) form.append('token', token);
  // Now and then all but one thing is as it should be.
  if (chance(0.2))
    for (const [name, value] of Object.entries({ place: 'all', kind: 'apt', moment: 'notice', agree: agreedWords }))
      form.append(name, value);
  return form.toString();
}

function jsonBody(roll: Dice, endpoint: string) {
  const { one, chance } = roll;
  if (chance(0.1))
    return one(['', '{', 'null', '[]', '"x"', '[[[[[[', '{"__proto__":{"endpoint":"x"}}', '['.repeat(5_000), '1e999']);
  const value = (): unknown =>
    one([one(texts), null, -1, 1e308, true, [], {}, [one(texts)], { from: 1, to: one(texts) }]);
  const wishes = {
    places: value(),
    kinds: value(),
    notices: value(),
    moments: value(),
    digestAt: value(),
    quiet: value(),
  };
  return JSON.stringify({
    endpoint: chance(0.8) ? one(texts) : endpoint.slice(0, -1),
    keys: chance(0.5) ? { p256dh: one(texts), auth: one(texts) } : value(),
    vapidKey: one(texts),
    wishes: chance(0.5) ? wishes : value(),
    agreed: one([agreedWords, one(texts)]),
    was: chance(0.3) ? endpoint.slice(1) : value(),
    forget: value(),
  });
}
