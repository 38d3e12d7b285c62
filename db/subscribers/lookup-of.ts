import { domainToASCII } from 'node:url';
import type { Address } from './channel.ts';
import type { Keyring } from './keyring.ts';

/** The keyed hash under which an address is found. */
export function lookupOf(keyring: Keyring, address: Address | { email: string } | { endpoint: string }) {
  if ('endpoint' in address) return keyring.hashOf('push', address.endpoint);
  return keyring.hashOf('email', sameMailbox('email' in address ? address.email : address.address));
}

/**
 * One text for all ways to write a mailbox: no blanks around it, NFC, small letters, the domain as DNS has it. RFC 5321 lets a host
 * tell `A@` from `a@`; no large one does, and two channels to one person would be worse than one for two.
 */
export function sameMailbox(email: string) {
  const text = email.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1).toLowerCase();
  return `${text.slice(0, at).toLowerCase()}@${domainToASCII(domain) || domain}`;
}
