import DKIM from 'nodemailer/lib/dkim';
import type { Dkim } from './dkim.ts';

/** What a signature covers: RFC 8058 §4 asks for both headers of the one click. */
const headerFieldNames = [
  'From:To:Subject:Date:Message-ID:MIME-Version:Content-Type',
  'List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted',
].join(':');

/** A letter with its DKIM signature before it. */
export async function signed(raw: Buffer, dkim: Dkim) {
  return Buffer.concat(await new DKIM({ ...dkim, headerFieldNames }).sign(raw).toArray());
}
