import type { Dice } from './dice.ts';
import type { Request } from './request.ts';
import type { Said } from './said.ts';

/** Something wrong about a request that is right otherwise, and what has to be said of it. */
export type Fault = { spoil: (right: Request, roll: Dice) => Request; said: Said };

const own = 'sec-fetch-site';
const without = (headers: Request['headers'], name: string) => headers.filter(([each]) => each.toLowerCase() !== name);

/** It comes from a page that is not ours, or nobody says where from. */
export const elsewhere: Fault = {
  said: 'elsewhere',
  spoil(right, { one, word, below }) {
    const origin = one([
      'null',
      `https://${word()}.example`,
      'https://lighthouse.example.evil.example',
      `https://lighthouse.example:${1_000 + below(60_000)}`,
      `https://lighthouse.example@${word()}.example`,
      'https://xn--lighthuse-23d.example',
      '',
    ]);
    const from = one<Request['headers']>([
      [['Sec-Fetch-Site', one(['cross-site', 'same-site', 'none', 'SAME-ORIGIN', word()])]],
      [
        ['Sec-Fetch-Site', 'cross-site'],
        ['Origin', 'https://lighthouse.example'],
      ],
      [
        ['Sec-Fetch-Site', 'same-origin'],
        ['Sec-Fetch-Site', 'cross-site'],
      ],
      [['Origin', origin]],
      [['Referer', `https://lighthouse.example/alerts/${word()}`]],
      [
        ['X-Forwarded-Host', 'lighthouse.example'],
        ['Origin', origin],
      ],
      [],
    ]);
    return { ...right, headers: [...without(right.headers, own), ...from] };
  },
};

/** Another kind of body than a page of ours sends: one that another site could send unasked. */
export function otherType(usual: string): Fault {
  return {
    said: 'unreadable',
    spoil(right, { one, word }) {
      const types = [
        'text/plain',
        'text/plain;charset=UTF-8',
        `multipart/form-data; boundary=${word()}`,
        `text/${word()}`,
      ];
      const others = [
        ...types,
        'application/json',
        'application/x-www-form-urlencoded',
        `application/${word()}`,
        word(),
      ];
      const type = one([...others.filter((each) => each !== usual), '']);
      const headers = without(right.headers, 'content-type');
      return { ...right, headers: type ? [...headers, ['Content-Type', type]] : headers };
    },
  };
}

/** More than a form of ours can hold. */
export const tooLarge: Fault = {
  said: 'too large',
  spoil(right, { one, below, word }) {
    const more = Buffer.alloc(16_384 + below(12_000), word());
    const parts = [Buffer.from(right.body), Buffer.from('&x='), more];
    return {
      ...right,
      body: Buffer.concat(one([true, false]) ? parts : parts.toReversed()),
      goes: one(['whole', 'chunked']),
    };
  },
};

/** Fewer bytes than were announced: nobody waits for the rest. */
export const cutOff: Fault = {
  said: 'cut',
  spoil: (right, { word }) => ({ ...right, headers: [...right.headers, ['X-Request', word()]], goes: 'cut' }),
};

/** Ways to do something that are not the way it is done. */
export function otherMethod(methods: readonly string[]): Fault {
  return {
    said: 'wrong method',
    spoil(right, roll) {
      const method = roll.one(methods);
      const asRight: Request['headers'] = [
        ['X-HTTP-Method-Override', right.method],
        ['X-Request', roll.word()],
      ];
      const more: Request['query'] = roll.chance(0.5) ? [['_method', right.method], ...fieldsOf(right)] : [];
      return {
        ...right,
        method,
        query: [...right.query, ...more].slice(0, 6),
        headers: [...right.headers, ...asRight],
      };
    },
  };
}

/** To an address that only looks like one of ours. */
export const otherPath: Fault = {
  said: 'no such page',
  spoil(right, { one, word, below }) {
    const bare = right.path.replace(/\/$/, '');
    const path = one([
      `${bare}/${word()}`,
      `/${bare}`,
      `${bare};${word()}`,
      `${bare}%00`,
      `${bare}//`,
      bare.replace('/alerts/', '/alerts/%2e/'),
      bare.replace('/alerts/', `/${word()}/../alerts/`),
      bare.replace('/alerts/', '/ALERTS/'),
      bare.replace('/alerts/', '/alerts//'),
      `/alerts/_assets/../${bare.slice('/alerts/'.length)}`,
      `/alerts/_assets/${word()}.css`,
      `${bare}?${'x'.repeat(1_100 + below(3_000))}=`,
    ]);
    return { ...right, path };
  },
};

/** Headers that must not matter to anybody. */
export function junk({ one, word, below }: Dice): Request['headers'] {
  const ip = Array.from({ length: 4 }, () => below(256)).join('.');
  return [
    one<[string, string]>([
      ['X-Forwarded-For', ip],
      ['X-Forwarded-For', `${ip}, 127.0.0.1`],
      ['X-Forwarded-For', `${word()}%0d%0aX-A: b`],
      ['X-Real-IP', ip],
      ['Forwarded', `for=${ip};host=lighthouse.example`],
      ['Cookie', `session=${word()}; token=${word(40)}`],
      ['Authorization', `Bearer ${word(30)}`],
      ['Range', `bytes=${below(9)}-`],
      ['Content-Encoding', 'gzip'],
      ['Accept', word()],
      ['Accept-Language', `${word()}<script>`],
      ['X-Original-URL', '/alerts/forget'],
      ['User-Agent', `\${jndi:ldap://${word()}}`],
      ['If-None-Match', `"${word()}"`],
    ]),
  ];
}

function fieldsOf({ body }: Request): Request['query'] {
  const text = Buffer.from(body).toString();
  return text.startsWith('{') ? [] : [...new URLSearchParams(text)];
}
