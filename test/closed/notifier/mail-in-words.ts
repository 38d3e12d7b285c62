import { simpleParser } from 'mailparser';

/**
 * A mail as it is read: its headers, text and HTML. A mail to a single reader, which brings a link that is good for a while, has a
 * number of its own that is drawn; an alert has none, and keeps what its Message-ID is.
 */
export async function mailInWords(raw: Buffer) {
  const { headerLines, text = '', html } = await simpleParser(raw);
  const single = /\/alerts\/(confirm|manage)\/\?token=/.test(text);
  const headers = headerLines.map(({ line }) => (single ? line.replace(/[0-9a-f]{32}/, 'DRAWN') : line));
  return { headers, text, html: html || '' };
}
