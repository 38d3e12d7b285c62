import type { Dice } from './dice.ts';

/** What is no e-mail address, or more than one, or begins another line of a letter. */
export function badAddress({ one, word }: Dice) {
  const [a, b] = [word(), word()];
  return one([
    `${a}@example.kr\r\nBcc: ${b}@example.com`,
    `${a}@example.kr\nSubject: ${b}`,
    `${a}\r\nRCPT TO:<${b}@example.com>@example.kr`,
    `${a}@example.kr%0d%0aBcc:%20${b}@example.com`,
    `${a}@example.kr, ${b}@example.com`,
    `${a}@example.kr;${b}@example.com`,
    `${a} <${b}@example.kr>`,
    `<${b}@example.kr>`,
    `"${a}"@example.kr`,
    `(${a})${b}@example.kr`,
    `mailto:${a}@example.kr`,
    `${a}@example.kr?bcc=${b}@example.com`,
    a,
    `@${a}.example`,
    `${a}@`,
    `${a}@@example.kr`,
    `${a}@${b}`,
    `${a}@[127.0.0.1]`,
    `${a}@127.0.0.1`,
    `${a}@exam ${b}.kr`,
    `${a}..${b}@example.kr`,
    `.${a}@example.kr`,
    `${a}\u0000@example.kr`,
    `${a}@example.kr\u0000${b}`,
    `${a}\u202E@example.kr`,
    `${a}\u0430@example.kr`,
    `${a}@\u0435xample.kr`,
    `${a}@example\u3002kr`,
    `${a.padEnd(65, 'x')}@example.kr`,
    `${a}@${b.padEnd(260, 'x')}.kr`,
    `${a}@example.kr<script>alert("${b}")</script>`,
    `{"email":"${a}@example.kr"}`,
    '',
  ]);
}

/** Codes and words that no list of ours has; some look like one. */
export function badWord({ one, word, below }: Dice, like: string) {
  return one([
    word(),
    `${like} `,
    like.toUpperCase() === like ? `${like}0` : like.toUpperCase(),
    `${like}\u0000`,
    `${like}\u200B`,
    fullWidth(like),
    `${like},${word()}`,
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    '전국',
    `' OR ${below(1_000)}=1 --`,
    `<script>alert("${word()}")</script>`,
    `\${jndi:ldap://${word()}}`,
    `../../${word()}`,
    'x'.repeat(6 + below(3_000)),
  ]);
}

/** No number of a notice: HOUSE_MANAGE_NO has ten digits. */
export function badNotice({ one, below, word }: Dice) {
  const number = String(2_026_000_000 + below(99_999));
  return one([
    number.slice(1),
    `${number}0`,
    fullWidth(number),
    `-${number}`,
    `${number}x`,
    `${number}'${word()}`,
    word(),
    '1e9',
  ]);
}

/** No hour of a day. */
export function badHour({ one, below, word }: Dice) {
  return one([
    String(24 + below(76)),
    `-${below(24)}`,
    `${below(24)}.5`,
    '1e1',
    '0x8',
    ` ${below(10)}`,
    `00${below(10)}`,
    '٨',
    'NaN',
    word(),
  ]);
}

/** Where no push service of ours is; each with a path of its own. */
export function badEndpoint(roll: Dice) {
  const { one, word, below } = roll;
  const number = () => below(256);
  const place = one([
    'http://fcm.googleapis.com/fcm/send/',
    'ws://fcm.googleapis.com/',
    'ftp://fcm.googleapis.com/',
    'file:///etc/',
    'gopher://127.0.0.1/',
    'data:text/html,',
    'javascript:alert(1)//',
    '//fcm.googleapis.com/',
    '/fcm/send/',
    'https://127.0.0.1/',
    `https://127.${number()}.${number()}.${number()}/`,
    `https://10.${number()}.${number()}.${number()}/`,
    `https://192.168.${number()}.${number()}:8443/`,
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    `https://[::ffff:7f00:${number()}]/`,
    `https://[fd00::${number()}]/`,
    'https://0x7f000001/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://localhost/',
    'https://metadata.google.internal/',
    `https://fcm.googleapis.com:${1_000 + below(60_000)}/`,
    'https://fcm.googleapis.com:80/',
    `https://${word()}@fcm.googleapis.com/`,
    `https://${word()}:${word()}@web.push.apple.com/`,
    'https://fcm.googleapis.com@evil.example/',
    'https://fcm.googleapis.com:443@evil.example/',
    'https://evil.example\\@fcm.googleapis.com/',
    'https://fcm.googleapis.com.evil.example/',
    'https://fcm.googleapis.com%2eevil.example/',
    'https://evil.example/fcm.googleapis.com/',
    'https://evil.example?.push.apple.com/',
    'https://evil.example#.push.apple.com/',
    `https://${word()}fcm.googleapis.com/`,
    `https://${word()}.fcm.googleapis.com/`,
    `https://${word()}push.apple.com/`,
    'https://.push.apple.com/',
    `https://${word()}_.push.apple.com/`,
    'https://notify.windows.com/',
    'https://push.services.mozilla.com/',
    'https://fcm.googleapis.com./',
    'https://fcm.googleapis.com/fcm/send/x#',
    'https://f\u0441m.googleapis.com/',
    'https://fcm.googleap\u0456s.com/',
    `https://${word()}.example/`,
  ]);
  return place + word();
}

/** Keys that no browser makes: a point that is none, or a secret of another length. */
export function badKeys({ one, bytes, below }: Dice, { p256dh, auth }: { p256dh: string; auth: string }) {
  const point = Buffer.from(p256dh, 'base64url');
  const flipped = Buffer.from(point);
  flipped[1 + below(64)]! ^= 1 + below(255);
  const text = (raw: Buffer) => raw.toString('base64url');
  const prefixed = (first: number, rest: Buffer) => text(Buffer.concat([Buffer.from([first]), rest]));
  return one([
    { p256dh: text(flipped), auth },
    { p256dh: prefixed(4, bytes(64)), auth },
    { p256dh: prefixed(2, point.subarray(1, 33)), auth },
    { p256dh: prefixed(one([0, 1, 3, 5, 6, 7]), point.subarray(1)), auth },
    { p256dh: text(point.subarray(0, 1 + below(64))), auth },
    { p256dh: prefixed(4, Buffer.concat([point.subarray(1), bytes(1)])), auth },
    { p256dh: text(Buffer.alloc(65, one([0, 4, 255]))), auth },
    { p256dh, auth: text(bytes(15 - below(14))) },
    { p256dh, auth: text(bytes(17)) },
    { p256dh, auth: '!'.repeat(1 + below(24)) },
    { p256dh: auth, auth: auth.slice(0, below(20)) },
    { p256dh: `${p256dh.slice(0, below(80))}=`, auth },
  ]);
}

function fullWidth(text: string) {
  return text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0));
}
