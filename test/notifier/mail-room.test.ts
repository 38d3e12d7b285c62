import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings } from '../../db/settings.ts';
import { mailRoom } from '../../notifier/mail-room.ts';
import { troublesOf } from '../../notifier/watch/troubles.ts';
import { freshFolder } from '../fresh.ts';
import { startSmtp } from '../stand-ins/smtp.ts';
import { movedClock } from './moved-clock.ts';
import { delivery, doorAt, options, outcomes } from './senders/email/given.ts';

/** Sends one alert as the settings say. */
async function sent(environment: Record<string, string>) {
  const door = doorAt();
  const room = mailRoom(readSettings(environment), { clock: movedClock(), say: () => {}, troubles: troublesOf() });
  const sender = room.sender({ ...options, door });
  onTestFinished(() => sender.close());
  return outcomes(sender, [delivery(1)]);
}

test('without a mail server, alerts become files of DATA_DIR/mail that nobody else can read', async () => {
  const folder = freshFolder();
  expect(await sent({ DATA_DIR: folder })).toEqual({ 1: { is: 'sent' } });
  const [file] = readdirSync(join(folder, 'mail'));
  expect(readFileSync(join(folder, 'mail', file!), 'utf8')).toContain('To: reader1@example.com');
  expect(statSync(join(folder, 'mail', file!)).mode & 0o777).toBe(0o600);
});

test('with one they go there, signed where the settings have a key, and no file is written', async () => {
  const [folder, smtp] = [freshFolder(), await startSmtp()];
  onTestFinished(() => smtp.close());
  const key = join(folder, 'dkim.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const dkim = { DKIM_DOMAIN: 'lighthouse.example.kr', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: key };
  expect(await sent({ DATA_DIR: folder, SMTP_URL: smtp.url, ...dkim })).toEqual({ 1: { is: 'sent' } });
  expect(smtp.received[0]!.raw.toString()).toMatch(/^DKIM-Signature: v=1;.*d=lighthouse\.example\.kr;.*s=s1;/ms);
  expect(existsSync(join(folder, 'mail'))).toBe(false);
  expect(await sent({ DATA_DIR: folder, SMTP_URL: smtp.url })).toEqual({ 1: { is: 'sent' } });
  expect(smtp.received[1]!.raw.toString()).not.toContain('DKIM-Signature');
});
