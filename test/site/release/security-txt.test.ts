import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseInstant } from '../../../db/clock.ts';
import { readSettings } from '../../../db/settings.ts';
import { writeSecurityTxt } from '../../../site/release/security-txt.ts';
import { freshFolder } from '../../fresh.ts';

const asOf = (day: string) => parseInstant(`${day}T10:00:00+09:00`);

test('whoever finds a hole learns whom to tell, for less than a year', () => {
  const client = freshFolder();
  writeSecurityTxt(client, 'mailto:security@lighthouse.example', asOf('2026-11-24'), 'https://lighthouse.example');
  expect(readFileSync(join(client, '.well-known/security.txt'), 'utf8'))
    .toBe(`Contact: mailto:security@lighthouse.example
Expires: 2027-09-01T00:00:00+09:00
Preferred-Languages: ko, en
Canonical: https://lighthouse.example/.well-known/security.txt
`);
});

test('it changes once a month, so that a release does not change it', () => {
  const on = (day: string) => {
    const client = freshFolder();
    writeSecurityTxt(client, 'https://lighthouse.example/security', asOf(day), 'https://lighthouse.example');
    return readFileSync(join(client, '.well-known/security.txt'), 'utf8');
  };
  expect(on('2026-11-01')).toBe(on('2026-11-30'));
  expect(on('2026-12-01')).not.toBe(on('2026-11-30'));
});

test('without a contact there is no such file, and a contact that is none is refused', () => {
  const client = freshFolder();
  writeSecurityTxt(client, undefined, asOf('2026-11-24'), 'https://lighthouse.example');
  expect(existsSync(join(client, '.well-known'))).toBe(false);
  expect(() => readSettings({ SECURITY_CONTACT: 'call us' })).toThrow(
    'SECURITY_CONTACT is no mailto: or https: address',
  );
});
