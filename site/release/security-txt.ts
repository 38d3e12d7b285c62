import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayAfter, koreanDay, koreanStamp, koreanInstant } from '../../db/clock.ts';

/**
 * Writes `/.well-known/security.txt` (RFC 9116): whom to tell of a hole. It says to hold for the rest of the month and ten more,
 * so that it changes once a month. Without a contact there is none.
 * @param contact a mailto: or https: address.
 */
export function writeSecurityTxt(client: string, contact: string | undefined, asOf: Date, siteUrl: string) {
  if (contact === undefined) return;
  const month = `${koreanDay(asOf).slice(0, 7)}-01`;
  const expires = koreanInstant(`${dayAfter(month, 330).slice(0, 7)}-01`);
  const folder = join(client, '.well-known');
  mkdirSync(folder, { recursive: true });
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${koreanStamp(expires)}`,
    'Preferred-Languages: ko, en',
    `Canonical: ${new URL('/.well-known/security.txt', siteUrl).href}`,
  ];
  writeFileSync(join(folder, 'security.txt'), `${lines.join('\n')}\n`);
}
