import { expect, test } from 'vitest';
import { mailboxOf, wireAddress } from '../../../../notifier/senders/email/mailbox.ts';

test('a sender is an address with a name before it, or an address alone, which goes out under ours', () => {
  const header = `=?UTF-8?B?${Buffer.from('청약등대').toString('base64')}?= <alerts@example.kr>`;
  for (const text of [
    '청약등대 <alerts@example.kr>',
    '"청약등대" <alerts@example.kr>',
    'alerts@example.kr',
    ' alerts@example.kr ',
  ])
    expect(mailboxOf(text)).toEqual({ address: 'alerts@example.kr', domain: 'example.kr', header });
  expect(mailboxOf('Lighthouse\\, "x" <a@b.kr>'.replaceAll('"', '')).header).toMatch(
    /^=\?UTF-8\?B\?[^?]+\?= <a@b\.kr>$/,
  );
});

test('a domain of another script goes out in ASCII', () => {
  expect(wireAddress('reader@등대.kr')).toBe('reader@xn--vk1bv0b.kr');
  expect(wireAddress('Reader+1@example.com')).toBe('Reader+1@example.com');
});

test.each([
  '',
  'a',
  '@b.kr',
  'a@',
  'a@b@c.kr',
  'a b@c.kr',
  'a@b.kr\r\nX: y',
  'a@b.kr\n',
  '<a@b.kr>',
  'a@b.kr,c@d.kr',
  '"a"@b.kr',
  'a@[127.0.0.1]',
  `${'a'.repeat(65)}@b.kr`,
  'a@b.kr\0',
])('%j is told to no server', (address) => expect(wireAddress(address)).toBeNull());
