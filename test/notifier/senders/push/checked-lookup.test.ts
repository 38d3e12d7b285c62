import { expect, test } from 'vitest';
import { checkedLookup, isPublic } from '../../../../notifier/senders/push/checked-lookup.ts';

type Found = { address: string; family: number }[];

/** What a socket is told when the name leads to these addresses, one list a question. */
function ask(only: string | null, ...answers: Found[]) {
  const look = checkedLookup(only, (_name, found) => found(null, answers.shift()!));
  return (all = true) =>
    new Promise<unknown>((told) => {
      look('push.example.org', { all }, (error, address) => told(error ? error.message : address));
    });
}

const open = { address: '142.250.1.1', family: 4 };
const home = { address: '127.0.0.1', family: 4 };

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:142.250.1.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'no address',
])('%s is not public', (address) => {
  expect(isPublic(address)).toBe(false);
});

test('public addresses are handed on, those of this network are left out', async () => {
  expect(isPublic('142.250.1.1')).toBe(true);
  expect(isPublic('2404:6800:4004::1')).toBe(true);
  expect(await ask(null, [home, open])()).toEqual([open]);
  expect(await ask(null, [open])(false)).toBe('142.250.1.1');
});

test('a name that leads to this machine at the second question is refused then', async () => {
  const question = ask(null, [open], [home]);
  expect(await question()).toEqual([open]);
  expect(await question()).toMatch(/leads to no public address/);
});

test('a host with a set address is there alone, and nobody is asked', async () => {
  expect(await ask('127.0.0.1')()).toEqual([home]);
});
