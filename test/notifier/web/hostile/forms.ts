import { agreedWords } from '../../../../db/alert-pages.ts';
import { spoilt } from './bad-token.ts';
import { badAddress, badHour, badNotice, badWord } from './bad-values.ts';
import type { Dice } from './dice.ts';
import { cutOff, elsewhere, otherMethod, otherPath, otherType, tooLarge, type Fault } from './doors.ts';
import type { People } from './people.ts';
import type { Request } from './request.ts';

/** Something that is asked for in the right way, and all that can be wrong about it, each as often as it stands there. */
export type Target = { name: string; right: (roll: Dice) => Request; faults: Fault[] };

type Fields = [name: string, value: string][];

const urlencoded = 'application/x-www-form-urlencoded';
const headers: Request['headers'] = [
  ['Sec-Fetch-Site', 'same-origin'],
  ['Content-Type', urlencoded],
];
const form = (path: string, fields: Fields): Request => ({
  method: 'POST',
  path,
  query: [],
  headers,
  body: bodyOf(fields),
});
const bodyOf = (fields: Fields) => new URLSearchParams(fields).toString();
const fieldsOf = ({ body }: Request): Fields => [...new URLSearchParams(Buffer.from(body).toString())];
const changed = (said: Fault['said'], change: (fields: Fields, roll: Dice) => Fields): Fault => ({
  said,
  spoil: (right, roll) => ({ ...right, body: bodyOf(change(fieldsOf(right), roll)) }),
});

/** Puts values in the place of those of a field. */
const put = (fields: Fields, name: string, ...values: string[]): Fields => [
  ...fields.filter(([each]) => each !== name),
  ...values.map((value): Fields[number] => [name, value]),
];

/** The doors that each form stands behind. */
const doors = [elsewhere, elsewhere, elsewhere, otherType(urlencoded), otherType(urlencoded), tooLarge];

export function formsOf(people: People): Target[] {
  const wishes: Fields = [
    ['place', '11680'],
    ['kind', 'apt'],
    ['moment', 'results'],
    ['notices', ''],
    ['delivery', 'now'],
  ];
  const token = (purpose: keyof People['right']): Fields => [['token', people.right[purpose]]];
  const subscribing: Fields = [['email', people.suppressed], ...wishes, ['agree', agreedWords]];
  return [
    {
      name: 'POST subscribe',
      right: () => form('/alerts/subscribe', subscribing),
      faults: [...doors, ...badWishes, ...badAddresses, notAgreed, notAgreed, ...others('subscribe', ['GET', 'HEAD'])],
    },
    {
      name: 'POST manage-link',
      right: () => form('/alerts/manage-link', [['email', people.suppressed]]),
      faults: [
        ...doors,
        ...badAddresses,
        changed('taken', (fields, { word }) => put(fields, 'email', `${word()}@example.kr`)),
        ...others('manage-link', ['GET', 'HEAD']),
      ],
    },
    {
      name: 'POST confirm/',
      right: () => form('/alerts/confirm/', token('confirm')),
      faults: [...doors, ...badTokens(people, 'confirm'), ...others('confirm/', [])],
    },
    {
      name: 'POST manage/',
      right: () => form('/alerts/manage/', [...token('manage'), ...wishes]),
      faults: [...doors, ...badTokens(people, 'manage'), ...badWishes, ...others('manage/', [])],
    },
    ...['test', 'forget'].map((path) => ({
      name: `POST ${path}`,
      right: () => form(`/alerts/${path}`, token('manage')),
      faults: [...doors, ...badTokens(people, 'manage'), ...others(path, ['GET', 'HEAD'])],
    })),
    {
      name: 'POST unsubscribe/',
      right: () => form('/alerts/unsubscribe/', [...token('unsubscribe'), ['List-Unsubscribe', 'One-Click']]),
      faults: [tooLarge, ...badTokens(people, 'unsubscribe'), inTheAddress, ...others('unsubscribe/', [])],
    },
  ];

  /** One click takes its token from the address first: what stands there counts, whatever the form has. */
  function others(path: string, more: string[]) {
    const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', ...more, ...more, ...more];
    return [otherMethod(methods), ...(path === 'manage/' ? [otherPath, cutOff] : [])];
  }
}

const inTheAddress: Fault = {
  said: 'unknown',
  spoil: (right, roll) => ({ ...right, query: [['token', `x${spoilt(roll, fieldsOf(right)[0]![1])}`]] }),
};

function badTokens(people: People, purpose: keyof People['right']): Fault[] {
  const own = people.right[purpose];
  const instead = (fields: Fields, token: string): Fields =>
    fields.map(([name, value]) => [name, name === 'token' ? token : value]);
  const cut = changed('unknown', (fields, roll) => instead(fields, spoilt(roll, own)));
  return [
    ...people.wrong[purpose].map(([token, said]) =>
      changed(said, (fields, { word }) => [...instead(fields, token), [word(), word()]]),
    ),
    cut,
    cut,
    cut,
    cut,
    // Two of them: the first counts.
    changed('unknown', (fields, roll) => [['token', spoilt(roll, own)], ...fields]),
    // Under a name that is not its own.
    changed('unknown', (fields, { one, word }) =>
      fields.map(([name, value]) => [
        name === 'token' ? one(['Token', 'token[]', ' token', 'token\u0000', '__proto__', word()]) : name,
        value,
      ]),
    ),
    changed('unknown', (fields, { word }) => [...fields.filter(([name]) => name !== 'token'), [word(), word()]]),
  ];
}

const badWishes: Fault[] = [
  changed('unreadable', (fields, roll) => put(fields, 'place', badWord(roll, roll.one(['11680', '41', 'all'])))),
  changed('unreadable', (fields, roll) => put(fields, 'place', ...shuffled(roll, '41', badWord(roll, '11680')))),
  changed('unreadable', (fields, roll) => put(fields, 'kind', badWord(roll, 'apt'))),
  changed('unreadable', (fields, roll) =>
    put(fields, 'moment', ...shuffled(roll, 'results', badWord(roll, roll.one(['notice', 'cancelled'])))),
  ),
  changed('unreadable', (fields, roll) => put(fields, 'notices', badNotice(roll))),
  changed('unreadable', (fields, { below }) =>
    put(fields, 'notices', Array.from({ length: 51 }, () => 2_026_000_000 + below(99_999)).join(' ')),
  ),
  changed('unreadable', (fields, roll) => put(put(fields, 'delivery', 'digest'), 'digestAt', badHour(roll))),
  changed('unreadable', (fields, roll) =>
    put(put(fields, 'quiet', 'yes'), roll.one(['quietFrom', 'quietTo']), badHour(roll)),
  ),
  changed('nothing chosen', (fields, { one, word }) => [
    ...put(fields, one(['place', 'kind', 'moment'])),
    [word(), '11680'],
  ]),
];

const badAddresses: Fault[] = [1, 2, 3].map(() =>
  changed('no address', (fields, roll) =>
    // Repeated: the first counts.
    [['email', badAddress(roll)], ...(roll.chance(0.7) ? put(fields, 'email') : fields)],
  ),
);

const notAgreed = changed('not agreed', (fields, { one, word }) =>
  put(
    fields,
    'agree',
    ...one([[], ['true'], ['on'], ['2020-01-01'], [word()], [`${agreedWords} `], [word(), agreedWords]]),
  ).concat([[word(), word()]]),
);

function shuffled({ chance }: Dice, ...values: [string, string]) {
  return chance(0.5) ? values : values.toReversed();
}
