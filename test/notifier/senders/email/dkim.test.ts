import { createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dkimOf } from '../../../../notifier/senders/email/dkim.ts';
import { freshFolder } from '../../../fresh.ts';
import { delivery, sending } from './given.ts';

function keyFile(type: 'rsa' | 'ed25519' = 'rsa') {
  const file = join(freshFolder(), 'dkim.pem');
  const { privateKey } =
    type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return file;
}

const named = { DKIM_DOMAIN: 'lighthouse.example.kr', DKIM_SELECTOR: 'alerts' };

test('with a key each mail is signed, its way out included, and the signature holds', async () => {
  const dkim = dkimOf({ ...named, DKIM_KEY_FILE: keyFile() })!;
  const { smtp, send } = await sending({ dkim });
  expect(await send(delivery(1))).toEqual({ 1: { is: 'sent' } });
  const text = smtp.received[0]!.raw.toString('latin1');
  const [, header = '', rest = ''] = /^(DKIM-Signature:(?:.*\r\n)(?:[ \t].*\r\n)*)([^]*)$/.exec(text) ?? [];
  const fields = new Map(
    header
      .replace(/^[^:]*:/, '')
      .split(';')
      .map((part) => {
        const [name, ...value] = part.trim().split('=');
        return [name!, value.join('=').replace(/\s/g, '')] as const;
      }),
  );
  expect(fields.get('d')).toBe('lighthouse.example.kr');
  expect(fields.get('s')).toBe('alerts');
  const covered = fields.get('h')!.split(':');
  for (const each of ['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post'])
    expect(covered).toContain(each);
  expect(isSigned(header, rest, covered, fields.get('b')!, dkim.privateKey)).toBe(true);
  expect(isSigned(header, rest.replace('One-Click', 'Two-Click'), covered, fields.get('b')!, dkim.privateKey)).toBe(
    false,
  );
});

/** RFC 6376 §3.7, relaxed: the headers that are covered, then the signature without its value. */
function isSigned(header: string, rest: string, covered: string[], value: string, privateKey: string) {
  const lines = rest
    .slice(0, rest.indexOf('\r\n\r\n') + 2)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const relaxed = (line: string) =>
    line
      .slice(line.indexOf(':') + 1)
      .replace(/[ \t]+/g, ' ')
      .trim();
  const verify = createVerify('RSA-SHA256');
  for (const name of covered)
    verify.update(`${name}:${relaxed(lines.find((line) => line.toLowerCase().startsWith(`${name}:`))!)}\r\n`, 'latin1');
  const own = header.replace(/\r\n[ \t]+/g, ' ').replace(/; b=[^;]*$/, '; b=');
  verify.update(`dkim-signature:${relaxed(own)}`, 'latin1');
  return verify.verify(createPublicKey(privateKey), value, 'base64');
}

test('without settings nothing is signed; with some of them, or a key that does not serve, nothing starts', () => {
  expect(dkimOf({})).toBeUndefined();
  expect(() => dkimOf(named)).toThrow(/together/);
  expect(() => dkimOf({ ...named, DKIM_KEY_FILE: '/nowhere/dkim.pem' })).toThrow(/cannot be read/);
  expect(() => dkimOf({ ...named, DKIM_KEY_FILE: keyFile('ed25519') })).toThrow(/no RSA key/);
  const file = join(freshFolder(), 'dkim.pem');
  writeFileSync(file, 'no key at all');
  expect(() => dkimOf({ ...named, DKIM_KEY_FILE: file })).toThrow(/no RSA key/);
});
