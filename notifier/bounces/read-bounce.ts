import { simpleParser } from 'mailparser';
import { isDeadAddress, statusIn } from '../senders/email/status.ts';

/** A mail that came back: whom it is about says the token of its return path, and nothing that is written in the mail. */
export type Bounce = {
  token: string;
  /** There is no such address, for good. Everything else may pass: a full mailbox, a policy, a delay. */
  permanent: boolean;
};

/** Bytes; a longer mail is read as far as that. */
const most = 512 * 1024;
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
  const verdict = report && verdictOf(report.content.toString('latin1'));
  return found && verdict ? { token: found.toLowerCase(), permanent: verdict === 'permanent' } : null;
}

/** Of the fields of each recipient; ours have one. The first group is about the mail as a whole. */
function verdictOf(report: string) {
  const [, ...recipients] = report.trim().split(/\r?\n[ \t]*\r?\n/);
  const verdicts = recipients.map((group) => {
    const fields = fieldsOf(group);
    const action = fields.get('action')?.toLowerCase();
    if (action !== 'failed' && action !== 'delayed') return null;
    const written = fields.get('status') ?? '';
    const answered = statusIn((fields.get('diagnostic-code') ?? '').replace(/^smtp;\s*/i, ''));
    return action === 'failed' && [/^\d\.\d+\.\d+/.exec(written)?.[0] ?? '', answered].some(isDeadAddress)
      ? 'permanent'
      : 'transient';
  });
  return verdicts.find((verdict) => verdict === 'permanent') ?? verdicts.find((verdict) => verdict !== null);
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
