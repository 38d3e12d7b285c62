import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { gatesOf, usualLimits, type WebLimits } from '../../../notifier/web/limits.ts';
import { networksOf } from '../../../notifier/web/networks-of.ts';
import { movedClock } from './web-here.ts';

const minute = 60_000;
const hour = 60 * minute;
const carrier = '203.0.113.0/24';

function gates(limits: Partial<WebLimits> = {}) {
  const clock = movedClock();
  const keyring = {
    hashOf: (of: string, text: string) =>
      createHash('sha256')
        .update(of + text)
        .digest(),
  };
  return { clock, ...gatesOf({ ...usualLimits, ...limits }, clock, keyring) };
}

let people = 0;

/** Asks for mails to addresses of which each is another, and sends those that may go. @returns how many. */
function askedFor(web: ReturnType<typeof gates>, many: number, from: (i: number) => string) {
  let open = 0;
  for (let i = 0; i < many; i++) {
    if (web.mail(from(i), `reader-${++people}@example.kr`) !== 'open') continue;
    web.mailed();
    web.asked(people, from(i));
    web.saidYes(people);
    open++;
  }
  return open;
}

test('a network lies in wider ones, from the nearest outwards', () => {
  expect(networksOf(carrier)).toEqual([
    { name: '203.0.113.0/24', share: 1 },
    { name: '203.0.0.0/16', share: 4 },
  ]);
  expect(networksOf('2001:db8:7:100::/56')).toEqual([
    { name: '2001:db8:7:100::/56', share: 0.25 },
    { name: '2001:db8:7::/48', share: 1 },
    { name: '2001:db8::/32', share: 4 },
  ]);
  expect(networksOf('unknown')).toEqual([{ name: 'unknown', share: 1 }]);
});

test('a thousand readers of one carrier are let in at once, and one a second afterwards', () => {
  const web = gates();
  expect(askedFor(web, 1_200, () => carrier)).toBe(1_000);
  web.clock.pass(hour);
  expect(askedFor(web, 5_000, () => carrier)).toBe(1_000);
  let later = 0;
  for (let i = 0; i < 60; i++, web.clock.pass(minute)) later += askedFor(web, 100, () => carrier);
  expect(later).toBe(59 * 60);
});

test('many small networks of one large one have its limit together, and others go on', () => {
  const web = gates();
  const rented = (i: number) => `2001:db8:7:${(i % 250).toString(16)}00::/56`;
  expect(askedFor(web, 20_000, rented)).toBe(1_000);
  const sites = (i: number) => `2001:db8:${(i % 5_000).toString(16)}::/56`;
  expect(askedFor(web, 20_000, sites)).toBe(3_000);
  expect(askedFor(web, 20_000, (i) => `198.51.${i % 256}.0/24`)).toBe(2_667);
  expect(askedFor(web, 1, () => carrier)).toBe(1);
  expect(askedFor(web, 1, () => '2001:db9:1::/56')).toBe(1);
});

test('when little of the total is left, it is for networks that have used little', () => {
  const web = gates({ mails: { burst: 300, perHour: 0 }, mailsFrom: { burst: 150, perHour: 0 } });
  expect(askedFor(web, 1_000, (i) => `198.${i % 2}.113.0/24`)).toBe(201);
  expect(askedFor(web, 1_000, (i) => `198.${i % 2}.113.0/24`)).toBe(0);
  expect(askedFor(web, 90, (i) => `203.0.${i}.0/24`)).toBe(61);
  expect(askedFor(web, 39, (i) => `192.${i}.2.0/24`)).toBe(38);
  expect(askedFor(web, 1, () => '8.8.8.0/24')).toBe(0);
});

test('mails that do not go count for nobody else', () => {
  const web = gates({ mails: { burst: 2, perHour: 0 } });
  for (let i = 0; i < 500; i++) expect(web.mail(carrier, `nobody-${i}@example.kr`)).toBe('open');
  expect(askedFor(web, 1, () => '198.51.100.0/24')).toBe(1);
});

test('a network whose questions nobody answers falls back to few, and comes up again when some do', () => {
  const web = gates();
  let channel = 0;
  const ask = (many: number, from = carrier) => {
    let open = 0;
    for (let i = 0; i < many; i++, channel++) {
      if (web.mail(from, `stranger-${channel}@example.kr`) !== 'open') continue;
      web.asked(channel, from);
      open++;
    }
    return open;
  };
  expect(ask(600)).toBe(200 + 30);
  web.clock.pass(hour);
  expect(ask(600)).toBe(30);
  expect(ask(100, '203.0.114.0/24')).toBe(100);
  for (let i = 0; i < 9; i++) web.saidYes(i);
  web.clock.pass(hour);
  expect(ask(30)).toBe(30);
  expect(ask(600)).toBeGreaterThan(40);
});

test('a yes counts once, and for the network that asked', () => {
  const web = gates();
  for (let i = 0; i < 200; i++) web.asked(i, carrier);
  for (let i = 0; i < 50; i++) web.saidYes(7);
  for (let i = 1_000; i < 1_200; i++) web.saidYes(i);
  let open = 0;
  for (let i = 0; i < 100; i++) if (web.mail(carrier, `someone-${i}@example.kr`) === 'open') open++;
  expect(open).toBe(30);
});

test.each([
  ['reader@example.kr', ['reader+1@example.kr', 'READER+2@Example.KR', 'reader@example.kr']],
  ['reader@gmail.com', ['rea.der@gmail.com', 'r.e.a.d.e.r+x@googlemail.com', 'reader+.@gmail.com']],
  ['+82@example.kr', ['+82+a@example.kr', '+82@EXAMPLE.kr', '+82+@example.kr']],
  ['reader@등대.kr', ['reader@xn--vk1bv0b.kr', 'Reader+1@등대.kr', 'reader@등대.KR']],
])('%s gets few mails, however it is written', (address, others) => {
  const web = gates({ mailsTo: { burst: 1, perHour: 0 } });
  expect(web.mail(carrier, address)).toBe('open');
  for (const other of others) expect([other, web.mail(carrier, other)]).toEqual([other, 'silent']);
});

test('dots and names tell people apart elsewhere', () => {
  const web = gates({ mailsTo: { burst: 1, perHour: 0 } });
  for (const address of ['a.b@example.kr', 'ab@example.kr', 'ab@gmail.com', '+82@example.kr', '+83@example.kr'])
    expect([address, web.mail(carrier, address)]).toEqual([address, 'open']);
});

test('forms of a crowd go on while many networks send as much as they may', () => {
  const web = gates({ forms: { burst: 3_000, perHour: 0 }, formsFrom: { burst: 1_500, perHour: 0 } });
  const sent = (many: number, from: (i: number) => string) =>
    Array.from({ length: many }, (_, i) => web.form(from(i))).filter(Boolean).length;
  expect(sent(9_000, (i) => `198.${i % 3}.113.0/24`)).toBe(2_001);
  expect(sent(100, () => carrier)).toBe(100);
});

test('pages with a token and new devices have a limit of their own', () => {
  const web = gates({ pagesFrom: { burst: 2, perHour: 3_600 }, devicesFrom: { burst: 1, perHour: 60 } });
  expect([web.page(carrier), web.page(carrier), web.page(carrier), web.page('198.51.100.0/24')]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect([web.device(carrier), web.device(carrier)]).toEqual([true, false]);
  web.clock.pass(minute);
  expect([web.page(carrier), web.device(carrier), web.device(carrier)]).toEqual([true, true, false]);
});
