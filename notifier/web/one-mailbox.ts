import { domainToASCII } from 'node:url';

/**
 * One text for the addresses that lead to one mailbox, to count them together: small letters, without what follows a `+`, and at Gmail
 * without dots. It may take two mailboxes for one, so nothing is stored or found by it.
 */
export function oneMailbox(address: string) {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  const ascii = domainToASCII(domain) || domain;
  const [name = ''] = address
    .slice(0, at)
    .toLowerCase()
    .split(/(?<=.)\+/);
  const isGmail = ascii === 'gmail.com' || ascii === 'googlemail.com';
  return isGmail ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${ascii}`;
}
