import { agreedWords } from '../../../../db/alert-pages.ts';
import { wished } from '../web-here.ts';
import { badEndpoint, badKeys, badWord } from './bad-values.ts';
import type { Dice } from './dice.ts';
import { cutOff, elsewhere, otherMethod, otherPath, otherType, tooLarge, type Fault } from './doors.ts';
import type { Target } from './forms.ts';
import type { People } from './people.ts';
import type { Request } from './request.ts';

type Data = Record<string, unknown>;

const headers: Request['headers'] = [
  ['Sec-Fetch-Site', 'same-origin'],
  ['Content-Type', 'application/json'],
];
const script = (method: string, path: string, data: unknown): Request => ({
  method,
  path,
  query: [],
  headers,
  body: JSON.stringify(data),
});
const changed = (said: Fault['said'], change: (data: Data, roll: Dice) => unknown): Fault => ({
  said,
  spoil: (right, roll) => ({ ...right, body: JSON.stringify(change(dataOf(right), roll)) }),
});
const dataOf = ({ body }: Request) => JSON.parse(Buffer.from(body).toString()) as Data;

const doors = [elsewhere, elsewhere, elsewhere, otherType('application/json'), otherType('application/json'), tooLarge];

/** What scripts send of a device: one that is new, the one that is there, and one that has left. */
export function scriptsOf({ fresh, device, gone }: People): Target[] {
  const known = { endpoint: device.endpoint };
  return [
    {
      name: 'PUT push',
      right: ({ one, word }) => {
        const { endpoint, keys, vapidKey } = one(fresh);
        return script('PUT', '/alerts/push', {
          endpoint: endpoint + word(),
          keys,
          vapidKey,
          wishes: wished,
          agreed: agreedWords,
        });
      },
      faults: [...doors, ...badPuts, ...methods(['GET', 'HEAD', 'POST', 'PATCH']), otherPath, cutOff],
    },
    {
      // A device that is there keeps its keys and wishes, whatever is said of it wrongly.
      name: 'PUT push, known',
      right: () =>
        script('PUT', '/alerts/push', { ...device, wishes: { ...wished, digestAt: 3 }, agreed: agreedWords }),
      faults: [elsewhere, otherType('application/json'), ...badWishes, ...notAgreed, withBadKeys, withBadKeys],
    },
    {
      name: 'DELETE push',
      right: () => script('DELETE', '/alerts/push', known),
      faults: [
        ...doors,
        ...badShapes,
        ...strangers('done', device.endpoint),
        ...methods(['GET', 'HEAD', 'POST', 'OPTIONS']),
      ],
    },
    {
      name: 'POST push/test',
      right: () => script('POST', '/alerts/push/test', known),
      faults: [
        ...doors,
        ...badShapes,
        ...strangers('unknown', device.endpoint),
        changed('unknown', () => ({ endpoint: gone.endpoint })),
        ...methods(['GET', 'HEAD', 'PUT', 'DELETE']),
      ],
    },
  ];
}

const methods = (some: string[]) => [otherMethod(some)];

/** Endpoints that are almost somebody's. */
function strangers(said: Fault['said'], endpoint: string): Fault[] {
  const near = changed(said, (_, { one, word, below }) => ({
    endpoint: one([
      endpoint + word(),
      endpoint.slice(0, -1 - below(20)) + word(3),
      endpoint.replace('https:', 'http:') + word(2),
      endpoint.replace('fcm.googleapis.com', `${word()}.example`),
      `${endpoint}?${word()}`,
      `${endpoint}#${word()}`,
      `' OR endpoint LIKE 'https%${word()}`,
    ]),
  }));
  return [near, near, near];
}

/** More, less or other than what is read. */
const badShapes: Fault[] = [
  changed('unreadable', (data, { one, word }) => ({ ...data, [one([word(), 'id', 'token', 'constructor'])]: word() })),
  changed('unreadable', (data, { one, word }) => ({
    ...data,
    forget: one(['true', 1, null, [], word()]),
    test: word(),
  })),
  changed('unreadable', (data, { one, below }) => ({
    endpoint: one([[data['endpoint']], { x: data['endpoint'] }, below(1e6), null, '']),
    more: below(1e6),
  })),
  broken(),
];

const withBadKeys = changed('no such keys', (data, roll) => ({
  ...data,
  keys: badKeys(roll, data['keys'] as { p256dh: string; auth: string }),
}));

const withBadEndpoint = changed('no such service', (data, roll) => ({ ...data, endpoint: badEndpoint(roll) }));

const badWishes: Fault[] = [
  wish((roll) => ({ places: [badWord(roll, '11680')] })),
  wish((roll) => ({ places: ['41', badWord(roll, '11')] })),
  wish((roll) => ({ kinds: [badWord(roll, 'apt')] })),
  wish((roll) => ({ moments: [roll.one(['cancelled', badWord(roll, 'notice')]), 'results'] })),
  wish(({ one, word, below }) => ({ notices: [one([word(), below(1e9), `${below(1e9)}`, null, ['2026000001']])] })),
  wish(({ one, below }) => ({
    digestAt: one([24 + below(99), -1 - below(99), below(23) + 0.5, `${below(24)}`, true, []]),
  })),
  wish(({ one, below }) => ({
    quiet: one<unknown>([
      { from: below(24) },
      { from: 24 + below(9), to: 7 },
      [22, 7],
      `${below(24)}-7`,
      { from: 1, to: 2, x: below(99) },
    ]),
  })),
  wish(({ word }) => ({ [word()]: word() })),
];

const notAgreed: Fault[] = [
  changed('not agreed', (data, { word }) => ({ ...data, agreed: undefined, [word()]: word() })),
  changed('not agreed', (data, { one, word }) => ({
    ...data,
    agreed: one(['2020-01-01', 'true', `${agreedWords} `, word()]),
    x: word(),
  })),
];

const badPuts: Fault[] = [
  ...Array.from({ length: 12 }, () => withBadEndpoint),
  ...Array.from({ length: 6 }, () => withBadKeys),
  ...badWishes,
  ...notAgreed,
  changed('nothing chosen', (data, { one }) => ({
    ...data,
    wishes: { ...wished, [one(['places', 'kinds', 'moments'])]: [] },
  })),
  // Nobody knows it, and it says nothing of what it wants.
  changed('unknown', (data, { chance, word }) => ({
    ...data,
    wishes: undefined,
    agreed: undefined,
    ...(chance(0.5) && { was: `https://fcm.googleapis.com/fcm/send/${word()}` }),
  })),
  changed('no such keys', (data, { word }) => ({ ...data, vapidKey: word(87) })),
  changed('unreadable', (data, { one, word, below }) => ({
    ...data,
    ...one<Data>([
      { keys: [word()] },
      { keys: null, x: word() },
      { keys: { p256dh: below(1e6), auth: word() } },
      { keys: { auth: word() } },
      { endpoint: [word()] },
      { endpoint: below(1e6) },
      { endpoint: '', x: word() },
      { endpoint: `https://fcm.googleapis.com/${'x'.repeat(2_000 + below(2_000))}` },
      { vapidKey: word(101) },
      { vapidKey: below(1e6) },
      { agreed: word(21) },
      { agreed: true, x: word() },
      { was: '', x: word() },
      { was: below(1e6) },
      { wishes: word() },
      { wishes: [], x: word() },
    ]),
  })),
  // The last of two counts.
  {
    said: 'no such service',
    spoil: (right, roll) => ({
      ...right,
      body: `${Buffer.from(right.body).toString().slice(0, -1)},"endpoint":${JSON.stringify(badEndpoint(roll))}}`,
    }),
  },
  broken(),
  broken(),
];

/** No JSON, or JSON that is something else. */
function broken(): Fault {
  return {
    said: 'unreadable',
    spoil(right, { one, below, word }) {
      const whole = Buffer.from(right.body).toString();
      const body = one([
        whole.slice(0, 1 + below(whole.length - 1)),
        whole + word(),
        `\uFEFF${whole}${' '.repeat(below(50))}`,
        Buffer.from(whole + ' '.repeat(below(50)), 'utf16le'),
        `[${whole}]${' '.repeat(below(50))}`,
        JSON.stringify(whole) + ' '.repeat(below(50)),
        `{"__proto__":${whole},"x":"${word()}"}`,
        `{"constructor":{"prototype":${whole}},"x":"${word()}"}`,
        '['.repeat(1 + below(5_000)),
        `${below(1e9)}`,
        word(),
      ]);
      return { ...right, body };
    },
  };
}

function wish(change: (roll: Dice) => Data): Fault {
  return changed('unreadable', (data, roll) => ({ ...data, wishes: { ...(data['wishes'] as Data), ...change(roll) } }));
}
