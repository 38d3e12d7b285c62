import { expect, test } from 'vitest';
import { soon } from '../soon.ts';
import { confirmed, filledIn, webHere, type WebHere } from './web-here.ts';

const { email } = filledIn;
const unsubscribe = (web: WebHere, id: number) =>
  web.send('/alerts/unsubscribe/', { token: web.tokens.unsubscribe(id, 1) });
const forget = (web: WebHere, id: number) => web.send('/alerts/forget', { token: web.tokens.manage(id, 1) });

test.each([
  ['presses “leave”', unsubscribe],
  ['has all erased', forget],
])('a link that a mail server has been asked to take does not go to who %s meanwhile', async (_, leave) => {
  const web = await webHere();
  const id = await confirmed(web);
  web.mailServer.meanwhile = async () => {
    web.mailServer.meanwhile = async () => {};
    await leave(web, id);
  };
  await web.send('/alerts/manage-link', { email });
  await soon(() => web.mailServer.keptBack).toBe(1);
});

test('who leaves before having said yes gets no question any more', async () => {
  const web = await webHere();
  web.mailServer.meanwhile = async () => {
    web.mailServer.meanwhile = async () => {};
    await unsubscribe(web, (await web.store.find({ email }))!);
  };
  await web.send('/alerts/subscribe', filledIn);
  await soon(() => web.mailServer.keptBack).toBe(1);
  expect(web.letters).toEqual([]);
});

test('who has left and asks anew gets the question, though no alert goes to them until the yes', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  await unsubscribe(web, id);
  await web.send('/alerts/subscribe', filledIn);
  expect((await web.mail()).token('confirm')).toBe(web.tokens.confirm(id, 2));
  expect(web.door.left(id)).toBe(true);
});
