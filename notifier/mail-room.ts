import { join } from 'node:path';
import type { Clock } from '../db/clock.ts';
import type { Settings } from '../db/settings.ts';
import { dkimOf } from './senders/email/dkim.ts';
import { smtpPost } from './senders/email/smtp-post.ts';
import type { Post } from './senders/email/post.ts';
import { senderBy, type MailOptions } from './senders/email/sender-by.ts';
import { filePost } from './senders/file/file-post.ts';
import type { Sender } from './senders/sender.ts';

/** Where mails go: to the mail server of the settings, or, without one, into files. */
export type MailRoom = { post(): Post; sender(options: MailOptions): Sender };

/** The folder of letters where there is no mail server. */
export const lettersIn = (dataDir: string) => join(dataDir, 'mail');

export function mailRoom(settings: Settings, { clock, say }: { clock: Clock; say: (line: string) => void }): MailRoom {
  const { SMTP_URL: smtpUrl, DATA_DIR } = settings;
  const dkim = dkimOf(settings);
  const post = () => (smtpUrl ? smtpPost({ smtpUrl, dkim, clock, say }) : filePost(lettersIn(DATA_DIR), clock, say));
  return { post, sender: (options) => senderBy(post(), options) };
}
