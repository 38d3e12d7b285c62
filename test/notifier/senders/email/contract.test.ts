import { onTestFinished } from 'vitest';
import { senderBy } from '../../../../notifier/senders/email/sender-by.ts';
import { smtpPost } from '../../../../notifier/senders/email/smtp-post.ts';
import { startSmtp } from '../../../stand-ins/smtp.ts';
import { senderContract } from '../contract.ts';
import { delivery, options, readerIn } from './given.ts';

senderContract('the sender of mails', async (door, clock) => {
  const smtp = await startSmtp();
  const sender = senderBy(smtpPost({ smtpUrl: smtp.url, clock }), { ...options, door });
  onTestFinished(async () => {
    await sender.close();
    await smtp.close();
  });
  return { sender, delivery, arrived: () => smtp.received.map(({ to }) => readerIn(to)) };
});
