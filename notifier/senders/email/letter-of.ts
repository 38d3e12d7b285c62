import { createHash } from 'node:crypto';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import type { Mail } from '../../messages/mail/mail.ts';
import { wireAddress, type Mailbox } from './mailbox.ts';
import type { Letter } from './post.ts';

type Written = {
  mail: Mail;
  to: string;
  from: Mailbox;
  /** Of what the Message-ID is made: the same for what must be one mail to the reader, however often it is sent. */
  same: string;
  /** Token of the channel, for the return path. */
  bounce: string;
  unsubscribe: string;
  at: Date;
};

/** A mail as a letter, or null where the address is none that a server could be told. */
export function letterOf({ mail, to, from, same, bounce, unsubscribe, at }: Written): Letter | null {
  const address = wireAddress(to);
  if (!address) return null;
  const hash = createHash('sha256').update(same).digest('hex').slice(0, 32);
  const messageId = `<${hash}@${from.domain}>`;
  const boundary = `=_${hash}`;
  const lines = [
    `From: ${from.header}`,
    `To: ${address}`,
    `Subject: ${encodeWord(mail.subject, 'B', 52).replaceAll('?= =?', '?=\r\n =?')}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
    `List-Unsubscribe: <${unsubscribe}>`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...partOf('plain', mail.text, boundary),
    ...partOf('html', mail.html, boundary),
    `--${boundary}--`,
    '',
  ];
  return {
    to: address,
    returnPath: `bounce+${bounce}@${from.domain}`,
    messageId,
    raw: Buffer.from(lines.join('\r\n')),
  };
}

function partOf(type: 'plain' | 'html', text: string, boundary: string) {
  const base64 = Buffer.from(text.replaceAll('\n', '\r\n')).toString('base64');
  return [
    `--${boundary}`,
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64.replace(/.{76}(?=.)/g, '$&\r\n'),
  ];
}
