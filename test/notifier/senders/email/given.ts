import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { senderBy } from '../../../../notifier/senders/email/sender-by.ts';
import { smtpPost, type SmtpOptions } from '../../../../notifier/senders/email/smtp-post.ts';
import type { Delivery, Outcome, Sender } from '../../../../notifier/senders/sender.ts';
import { tokensOf } from '../../../../notifier/tokens.ts';
import { startSmtp } from '../../../stand-ins/smtp.ts';
import { message } from '../../messages/given.ts';

export const morning = new Date('2026-11-23T08:00:00+09:00');

/** A door that a test moves: the hour, and who has left. */
export function doorAt(now = morning) {
  const door = { at: now, gone: new Set<number>(), now: () => door.at, left: (id: number) => door.gone.has(id) };
  return door;
}

export const tokens = tokensOf(createHash('sha256').update('a test').digest(), { now: () => morning });

export function delivery(id: number, changes: Partial<Delivery> = {}): Delivery {
  const told = message();
  return {
    id,
    generation: 1,
    lane: 'email others',
    to: { by: 'email', address: `reader${id}@example.com` },
    messages: [told],
    notBefore: new Date('2026-11-23T07:30:00+09:00'),
    expiresAt: told.expiresAt,
    ...changes,
  };
}

export const options = {
  from: '청약등대 <alerts@lighthouse.example.kr>',
  siteUrl: 'https://lighthouse.example.kr',
  tokens,
};

type Given = Partial<SmtpOptions> & { atOncePerLane?: number };

/** A mail server, and a sender that knows it. */
export async function sending({ atOncePerLane = 8, ...changes }: Given = {}) {
  const smtp = await startSmtp();
  const door = doorAt();
  const post = smtpPost({ smtpUrl: smtp.url, clock: door, ...changes });
  const sender = senderBy(post, { ...options, door, atOncePerLane });
  onTestFinished(async () => {
    await sender.close();
    await smtp.close();
  });
  return { smtp, door, sender, send: (...deliveries: Delivery[]) => outcomes(sender, deliveries) };
}

/** What came of deliveries, by channel. @throws where one is answered twice. */
export async function outcomes(sender: Sender, deliveries: Delivery[]) {
  const answers: Record<number, Outcome> = {};
  await sender.send(deliveries, (id, outcome) => {
    if (answers[id]) throw new Error(`Channel ${id} was answered twice.`);
    answers[id] = outcome;
  });
  return answers;
}

/** Whose address stands in a text. */
export function readerIn(text: string) {
  return Number(/reader(\d+)@example\.com/.exec(text)?.[1]);
}
