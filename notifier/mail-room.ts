import { join } from 'node:path';
import type { Clock } from '../db/clock.ts';
import type { Settings } from '../db/settings.ts';
import { dkimOf } from './senders/email/dkim.ts';
import { smtpPost } from './senders/email/smtp-post.ts';
import type { Post } from './senders/email/post.ts';
import { senderBy, type MailOptions } from './senders/email/sender-by.ts';
import { filePost } from './senders/file/file-post.ts';
import type { Sender } from './senders/sender.ts';
import type { Troubles } from './watch/troubles.ts';

/** Where mails go: to the mail server of the settings, or, without one, into files. */
export type MailRoom = { post(): Post; sender(options: MailOptions): Sender };

/** The folder of letters where there is no mail server. */
export const lettersIn = (dataDir: string) => join(dataDir, 'mail');

type Parts = { clock: Clock; say: (line: string) => void; troubles: Pick<Troubles, 'tell'> };

export function mailRoom(settings: Settings, { clock, say, troubles }: Parts): MailRoom {
  const { SMTP_URL: smtpUrl, DATA_DIR } = settings;
  const dkim = dkimOf(settings);
  const postFor = (place: 'alert mails' | 'single mails') => {
    const trouble = (sentence: string | null) => troubles.tell(place, sentence);
    return smtpUrl
      ? smtpPost({ smtpUrl, dkim, clock, say, trouble })
      : filePost(lettersIn(DATA_DIR), clock, say, trouble);
  };
  return { post: () => postFor('single mails'), sender: (options) => senderBy(postFor('alert mails'), options) };
}
