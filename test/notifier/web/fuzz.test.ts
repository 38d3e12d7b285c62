import { expect, test } from 'vitest';
import { agreedWords } from '../../../db/alert-pages.ts';
import { storeDump } from '../../closed/notifier/store-dump.ts';
import { serve } from '../../site/origin/running-origin.ts';
import { everyday } from '../../site/origin/small-release.ts';
import { usualLimits } from '../../../notifier/web/limits.ts';
import { dice } from './hostile/dice.ts';
import { peopleAt, type People } from './hostile/people.ts';
import { answerTo } from './hostile/request.ts';
import { saidIn, type Said } from './hostile/said.ts';
import { hostileTo, type Hostile } from './hostile.ts';
import { subscription } from './subscription.ts';
import { confirmed, filledIn, webHere, wished, type WebHere } from './web-here.ts';

const rounds = 21;
const inARound = 520;
const atOnce = 40;
const unlimited = { burst: 1e9, perHour: 1e9 };
/** Limits that would answer in the place of what is behind them are out of the way. */
const limits = {
  ...Object.fromEntries(
    Object.entries(usualLimits)
      .filter(([, limit]) => typeof limit === 'object')
      .map(([name]) => [name, unlimited]),
  ),
  bodyTime: 300,
};

/** With what each is said. */
const statuses: Record<Exclude<Said, 'cut' | 'busy' | 'broken'>, number> = {
  expired: 410,
  unknown: 404,
  'no address': 422,
  'nothing chosen': 422,
  'not agreed': 422,
  unreadable: 400,
  'no such service': 400,
  'no such keys': 400,
  'too large': 413,
  elsewhere: 403,
  'no such page': 404,
  'wrong method': 405,
  shown: 200,
  done: 200,
  taken: 303,
};

/** How many have to have come so far at least: past the doors of their route, to the check that is its last. */
const deepest: Record<string, Partial<Record<Said, number>>> = {
  'POST subscribe': { elsewhere: 40, unreadable: 250, 'no address': 70, 'nothing chosen': 12, 'not agreed': 40 },
  'POST manage-link': { elsewhere: 40, 'no address': 70, taken: 12 },
  'POST confirm/': { elsewhere: 40, unknown: 400, expired: 12 },
  'POST manage/': { elsewhere: 40, unknown: 400, expired: 40, unreadable: 200, 'nothing chosen': 12 },
  'POST test': { elsewhere: 40, unknown: 400, expired: 40 },
  'POST forget': { elsewhere: 40, unknown: 400, expired: 40 },
  'POST unsubscribe/': { 'too large': 12, unknown: 300 },
  'GET confirm/': { unknown: 300, expired: 12, shown: 40 },
  'GET manage/': { unknown: 300, expired: 40, shown: 40 },
  'GET unsubscribe/': { unknown: 200, shown: 40 },
  'PUT push': {
    elsewhere: 70,
    unreadable: 300,
    'no such keys': 200,
    'no such service': 350,
    'not agreed': 40,
    unknown: 12,
  },
  'PUT push, known': { elsewhere: 10, unreadable: 200, 'no such keys': 40, 'not agreed': 40 },
  'DELETE push': { elsewhere: 35, unreadable: 130, done: 70 },
  'POST push/test': { elsewhere: 35, unreadable: 110, unknown: 80 },
};

/** All that must stay as it is: each row of the store, where channels lead, who has left, who is told, and what went out. */
async function everything(web: WebHere, { ids }: People) {
  const { store, folder, clock, door, matcher, letters, tested, said } = web;
  return {
    store: await storeDump(folder, clock.now()),
    keys: [...(await store.addresses(ids))],
    left: Buffer.from(new Uint8Array(door.bits)).toString('base64').replace(/A+=*$/, ''),
    told: matcher.size,
    out: [letters.length, tested.length, said],
  };
}

/** Where nobody stands before the notifier, its own limits and methods count; the origin has others. */
const throughOrigin = ({ said }: Hostile) => !['too large', 'wrong method', 'no such page', 'cut'].includes(said);

test(
  `${rounds * inARound} hostile requests, no two the same, change nothing and leave nothing in memory or log, while what is right works`,
  { timeout: 120_000 },
  async () => {
    const web = await webHere({ limits });
    const people = await peopleAt(web);
    const origin = await serve(everyday, {}, { notifier: `http://127.0.0.1:${web.port}`, proxies: ['127.0.0.1'] });
    const roll = dice(20_261_122);
    const next = hostileTo(people, roll);
    const came = new Map<string, number>();
    const different = new Set<string>();
    const wrong: string[] = [];
    let forwarded = 0;
    let memory = 0;

    async function one(hostile: Hostile, port: number) {
      const { target, method, said: expected, bytes, words } = hostile;
      const { said, status, text } = saidIn(await answerTo(port, bytes));
      const name = `${target}: ${expected}`;
      came.set(name, (came.get(name) ?? 0) + 1);
      different.add(bytes.toString('latin1'));
      const fits = method === 'HEAD' ? statuses[expected as 'shown'] === status : said === expected;
      const shownTokens = Object.values(people.right).filter((token) => text.includes(token));
      if (!fits || (said !== 'cut' && method !== 'HEAD' && statuses[said as 'shown'] !== status))
        wrong.push(`${name}, but ${status} ${said}: ${bytes.toString('latin1').slice(0, 1_500)}`);
      if (words.some((word) => text.includes(word)) || (shownTokens.length > 0 && expected !== 'shown'))
        wrong.push(`${name} comes back: ${bytes.toString('latin1').slice(0, 1_500)}`);
    }

    for (let round = 0; round < rounds && wrong.length === 0; round++) {
      const before = await everything(web, people);
      let left = inARound;
      const oneAfterTheOther = async () => {
        while (left-- > 0) {
          const hostile = next();
          const far = throughOrigin(hostile) && roll.chance(0.2);
          if (far) forwarded++;
          await one(hostile, far ? origin.port : web.port);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, oneAfterTheOther));
      expect(await everything(web, people)).toEqual(before);
      await aLife(web, round);
      if (round === 4) memory = process.memoryUsage().rss;
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(process.memoryUsage().rss - memory).toBeLessThan(200 * 2 ** 20);
    expect(different.size).toBe(rounds * inARound);
    expect(forwarded).toBeGreaterThan(1_000);
    const tooFew = Object.entries(deepest).flatMap(([target, bounds]) =>
      Object.entries(bounds)
        .map(([said, least]) => ({ name: `${target}: ${said}`, least, came: came.get(`${target}: ${said}`) ?? 0 }))
        .filter((each) => each.came < each.least),
    );
    expect(tooFew).toEqual([]);
  },
);

/** What the same forms and scripts do when they are right: limits or a server that has died would not explain the silence above. */
async function aLife(web: WebHere, round: number) {
  const { store, tokens, vapid, matcher } = web;
  const before = matcher.size;
  const id = await confirmed(web, `reader${round}@example.kr`);
  const manage = tokens.manage(id, 1);
  await web.send('/alerts/manage/', { ...filledIn, kind: 'apt', token: manage });
  expect((await store.receipt(id))!.wishes.kinds).toEqual(['apt']);
  await web.send('/alerts/test', { token: manage });
  const own = subscription(vapid.newest().publicKey);
  await web.sendJson('PUT', '/alerts/push', { ...own, wishes: wished, agreed: agreedWords });
  const device = (await store.find(own))!;
  await web.sendJson('POST', '/alerts/push/test', { endpoint: own.endpoint });
  expect([web.tested.slice(-2), matcher.size]).toEqual([[id, device], before + 2]);
  await web.sendJson('DELETE', '/alerts/push', { endpoint: own.endpoint });
  if (round % 2 === 0) await web.send('/alerts/forget', { token: manage });
  else await web.send('/alerts/unsubscribe/', { token: tokens.unsubscribe(id, 1) });
  expect([(await store.receipt(id))?.state ?? 'gone', (await store.receipt(device))!.state, matcher.size]).toEqual([
    round % 2 === 0 ? 'gone' : 'ended',
    'ended',
    before,
  ]);
  if (round % 2 === 0) await web.mail();
}
