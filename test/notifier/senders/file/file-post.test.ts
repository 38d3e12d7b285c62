import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, onTestFinished, test } from 'vitest';
import { senderBy } from '../../../../notifier/senders/email/sender-by.ts';
import { filePost } from '../../../../notifier/senders/file/file-post.ts';
import { freshFolder } from '../../../fresh.ts';
import { delivery, doorAt, options, outcomes } from '../email/given.ts';

function writing(folder = join(freshFolder(), 'mail')) {
  const door = doorAt();
  const said: string[] = [];
  let wrong: string | null = null;
  const post = filePost(
    folder,
    door,
    (line) => said.push(line),
    (sentence) => (wrong = sentence),
  );
  const sender = senderBy(post, { ...options, door });
  onTestFinished(() => sender.close());
  return {
    folder,
    door,
    said,
    wrong: () => wrong,
    sender,
    send: (...ids: number[]) =>
      outcomes(
        sender,
        ids.map((id) => delivery(id)),
      ),
  };
}

test('each mail is a file that mail programs open, readable by its owner alone', async () => {
  const { folder, send } = writing();
  expect(await send(1, 2)).toEqual({ 1: { is: 'sent' }, 2: { is: 'sent' } });
  const names = readdirSync(folder);
  expect(names).toHaveLength(2);
  for (const name of names) {
    expect(name).toMatch(/^20261122T230000Z-[0-9a-f]{16}\.eml$/);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const mails = await Promise.all(names.map((name) => simpleParser(readFileSync(join(folder, name)))));
  expect(new Set(mails.map(({ to }) => [to].flat()[0]?.text))).toEqual(
    new Set(['reader1@example.com', 'reader2@example.com']),
  );
  expect(mails[0]!.subject).toBe('[청약등대] 등대마을 첫째 단지 접수가 오늘 시작됩니다');
});

test('it is said where a mail is, and what it says can be read without a mail program', async () => {
  const { folder, said, send } = writing();
  await send(1);
  const [name] = readdirSync(folder);
  const text = readFileSync(join(folder, name!), 'utf8');
  expect(said).toEqual([`A mail is in ${join(folder, name!)}.`]);
  expect(text).toContain('왜 받았나요? ');
  expect(text).toMatch(/^https:\/\/\S+\/alerts\/unsubscribe\/\?token=/m);
  const { text: plain, html } = await simpleParser(text);
  expect(plain).toContain('왜 받았나요? ');
  expect(html).toContain('<strong>왜 받았나요?</strong>');
  await send(1);
  expect(said).toHaveLength(1);
});

test('the same mail is one file, also after a restart and at another hour', async () => {
  const { folder, door, send } = writing();
  await send(1);
  const [name] = readdirSync(folder);
  const before = readFileSync(join(folder, name!));
  door.at = new Date(door.at.getTime() + 3_600_000);
  expect(await send(1, 2)).toEqual({ 1: { is: 'sent' }, 2: { is: 'sent' } });
  expect(await writing(folder).send(1)).toEqual({ 1: { is: 'sent' } });
  expect(readdirSync(folder)).toHaveLength(2);
  expect(readFileSync(join(folder, name!))).toEqual(before);
});

test('what a killed process had not finished is gone, and the mail is written anew', async () => {
  const { folder, send } = writing();
  await send(1);
  const [name] = readdirSync(folder);
  writeFileSync(join(folder, '20261122T220000Z-0123456789abcdef.eml.of-another-process.part'), 'half');
  await writing(folder).send(2);
  const names = readdirSync(folder);
  expect(names).toHaveLength(2);
  expect(names).toContain(name);
  expect(names.filter((each) => each.endsWith('.part'))).toEqual([]);
});

test('nothing is written early or for who has left', async () => {
  const { folder, door, sender, send } = writing();
  door.gone.add(1);
  expect(await send(1)).toEqual({ 1: { is: 'kept back', why: 'left' } });
  const early = delivery(2, { notBefore: new Date(door.at.getTime() + 1) });
  expect(await outcomes(sender, [early])).toEqual({ 2: { is: 'kept back', why: 'early' } });
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
});

test('a folder that cannot be written to lets mails wait, and they are written when it can', async () => {
  const parent = freshFolder();
  const folder = join(parent, 'mail');
  writeFileSync(folder, 'a file where the folder should be');
  const { door, send, wrong } = writing(folder);
  expect(await send(1)).toEqual({ 1: { is: 'paused', until: new Date(door.at.getTime() + 60_000) } });
  expect(wrong()).toBe(`Mails cannot be written into ${folder} (EEXIST). They wait and are tried again.`);
  rmSync(folder);
  door.at = new Date(door.at.getTime() + 60_000);
  expect(await send(1)).toEqual({ 1: { is: 'sent' } });
  expect(wrong()).toBeNull();
});

test('after closing nothing more is written', async () => {
  const { folder, sender, send } = writing();
  await sender.close();
  expect(await send(1)).toEqual({ 1: { is: 'retry', after: null } });
  expect(existsSync(folder)).toBe(false);
});
