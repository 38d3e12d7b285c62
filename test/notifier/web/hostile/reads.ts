import { spoilt } from './bad-token.ts';
import type { Dice } from './dice.ts';
import { otherPath, type Fault } from './doors.ts';
import type { Target } from './forms.ts';
import type { People } from './people.ts';
import type { Request } from './request.ts';

/** Pages and data that anybody may ask for, and that change nothing: also where the token in the address would do what they offer. */
export function readsOf(people: People): Target[] {
  const page = (path: string, token?: string): Request => ({
    method: 'GET',
    path,
    query: token === undefined ? [] : [['token', token]],
    headers: [],
    body: '',
  });
  return [
    ...(['confirm', 'manage', 'unsubscribe'] as const).map((purpose) => ({
      name: `GET ${purpose}/`,
      right: () => page(`/alerts/${purpose}/`, people.right[purpose]),
      faults: [
        asIfToAct,
        asIfToAct,
        ...people.wrong[purpose].map(([token, said]) => withToken(said, () => token)),
        ...[1, 2, 3, 4].map(() => withToken('unknown', (roll) => spoilt(roll, people.right[purpose]))),
      ],
    })),
    {
      name: 'GET key',
      right: () => page('/alerts/key'),
      faults: [{ said: 'done', spoil: (right: Request, { word }: Dice) => ({ ...right, query: [[word(), word()]] }) }],
    },
    {
      name: 'GET asked/ …',
      right: ({ one }) => page(`/alerts/${one(['asked', 'link-sent', 'confirmed', 'ended', 'forgotten'])}/`),
      faults: [{ said: 'shown', spoil: (right, { word }) => ({ ...right, query: [[word(), word()]] }) }, otherPath],
    },
  ];
}

/** All that would do it as a form, in a GET. */
const asIfToAct: Fault = {
  said: 'shown',
  spoil(right, { one, word }) {
    const body = new URLSearchParams([...right.query, ['List-Unsubscribe', 'One-Click'], [word(), word()]]).toString();
    const more: Request['query'] = [
      ['List-Unsubscribe', 'One-Click'],
      ['_method', one(['POST', 'DELETE'])],
      [word(3), word()],
    ];
    const headers: Request['headers'] = [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Sec-Fetch-Site', one(['same-origin', 'cross-site'])],
      ['X-HTTP-Method-Override', 'POST'],
    ];
    return { ...right, query: [...right.query, ...more], headers, body: one(['', body]) };
  },
};

function withToken(said: Fault['said'], tokenOf: (roll: Dice) => string): Fault {
  return {
    said,
    spoil(right, roll) {
      const more: Request['query'] = [[roll.word(3), roll.word()]];
      return { ...right, query: [['token', tokenOf(roll)], ...more, ...(roll.chance(0.2) ? right.query : [])] };
    },
  };
}
