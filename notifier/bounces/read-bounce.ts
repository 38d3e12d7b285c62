import { simpleParser } from 'mailparser';
import { isDeadAddress, saysNoSuchUser, statusIn } from '../senders/email/status.ts';
import { recipientMark } from './recipient-mark.ts';

/** A mail that came back: which channel it was for says the token of its return path, and nothing that is written in the mail. */
export type Bounce = {
  token: string;
  /**
   * Marks (recipient-mark.ts) of addresses that the report says do not exist, for good: that of the reader, or one to which they have
   * their mail forwarded. Empty where all may pass: a full mailbox, a policy, a delay.
   */
  gone: string[];
};

/** Bytes; a longer mail is read as far as that. */
const most = 512 * 1024;
const mostRecipients = 10;
const token = /\bbounce\+([a-z2-7]{40})@/i;
/** Headers that say for whom a mail server took a mail. */
const addressed = new Set(['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to']);

/**
 * Reads a delivery status notification (RFC 3464) that was sent to a return path of ours.
 * @param to the address that it was taken for, where the mail server hands that over.
 * @returns null for what is none: an automatic reply, junk, a mail without our token, a delivery that succeeded.
 */
export async function readBounce(mail: Buffer, to?: string): Promise<Bounce | null> {
  const parsed = await simpleParser(mail.subarray(0, most), {
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    checksumAlgo: false,
    maxChildNodes: 50,
    maxHeadSize: 64 * 1024,
  }).catch(() => null);
  if (!parsed) return null;
  const lines = parsed.headerLines.filter(({ key }) => addressed.has(key)).map(({ line }) => line);
  const found = [to ?? '', ...lines].map((line) => token.exec(line)?.[1]).find(Boolean);
  const report = parsed.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  const failures = report && failuresIn(report.content.toString());
  if (!found || !failures || failures.length === 0) return null;
  const name = found.toLowerCase();
  const gone = failures.flatMap(({ recipient, isDead }) => (isDead ? recipientMark(name, recipient) : []));
  return { token: name, gone: gone.slice(0, mostRecipients) };
}

/** Of each recipient that the report is about; ours have one. The first group is about the mail as a whole. */
function failuresIn(report: string) {
  const [, ...recipients] = report.trim().split(/\r?\n[ \t]*\r?\n/);
  return recipients.flatMap((group) => {
    const fields = fieldsOf(group);
    const action = fields.get('action')?.toLowerCase();
    if (action !== 'failed' && action !== 'delayed') return [];
    const answer = (fields.get('diagnostic-code') ?? '').replace(/^smtp;\s*/i, '');
    const status = /^\d\.\d+\.\d+/.exec(fields.get('status') ?? '')?.[0] ?? '';
    const isDead = isDeadAddress(status) || isDeadAddress(statusIn(answer)) || saysNoSuchUser(answer);
    // The last one that was tried: `rfc822; <reader@example.com>`.
    const recipient = (fields.get('final-recipient') ?? '').replace(/^[\w-]+;\s*/, '').replace(/^<(.*)>$/, '$1');
    return { recipient, isDead: action === 'failed' && isDead };
  });
}

function fieldsOf(group: string) {
  const unfolded = group.replace(/\r?\n[ \t]+/g, ' ');
  return new Map(
    unfolded.split(/\r?\n/).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
