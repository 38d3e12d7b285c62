import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { senderBy } from '../../../../notifier/senders/email/sender-by.ts';
import { filePost } from '../../../../notifier/senders/file/file-post.ts';
import { freshFolder } from '../../../fresh.ts';
import { senderContract } from '../contract.ts';
import { delivery, options, readerIn } from '../email/given.ts';

senderContract('the sender into files', async (door, clock) => {
  const folder = join(freshFolder(), 'mail');
  const sender = senderBy(filePost(folder, clock), { ...options, door });
  onTestFinished(() => sender.close());
  const files = () => (existsSync(folder) ? readdirSync(folder) : []);
  return {
    sender,
    delivery,
    arrived: () => files().map((name) => readerIn(readFileSync(join(folder, name), 'latin1'))),
  };
});
