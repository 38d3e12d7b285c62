import { domainToASCII } from 'node:url';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { senderWords } from '../../messages/mail/sender-words.ts';

/** Who sends: `청약등대 <alerts@example.kr>`. */
export type Mailbox = {
  address: string;
  domain: string;
  /** As a header says it, in ASCII. */
  header: string;
};

/** An address alone goes out under our name. @throws a sentence when the text is no address with or without a name before it. */
export function mailboxOf(text: string): Mailbox {
  const [, name = '', bracketed, bare] = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>]+)>|(\S+))\s*$/.exec(text) ?? [];
  const address = wireAddress(bracketed ?? bare ?? '');
  if (!address) throw new Error('The sender of mails is no address. Write it like 청약등대 <alerts@example.kr>.');
  const header = `${encodeWord(name || senderWords.name, 'B', 52)} <${address}>`;
  return { address, domain: address.slice(address.lastIndexOf('@') + 1), header };
}

/** An address as it is told to a server, its domain in ASCII; null for what could be more than one address or line. */
export function wireAddress(address: string) {
  const [, local, domain] = /^([^\p{Cc}\s<>()[\]\\,;:"@]{1,64})@([^\p{Cc}\s<>()[\]\\,;:"@]+)$/u.exec(address) ?? [];
  const ascii = domain && domainToASCII(domain);
  return local && ascii ? `${local}@${ascii}` : null;
}
