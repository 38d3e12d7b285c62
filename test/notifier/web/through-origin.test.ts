import { expect, test } from 'vitest';
import { serve } from '../../site/origin/running-origin.ts';
import { everyday } from '../../site/origin/small-release.ts';
import { filledIn, webHere } from './web-here.ts';

test('a form goes through the origin to the notifier, from a browser that names its origin only', async () => {
  const web = await webHere({ limits: { formsFrom: { burst: 3, perHour: 0 } } });
  const notifier = `http://127.0.0.1:${web.port}`;
  const { port } = await serve(everyday, {}, { notifier, proxies: ['127.0.0.1'] });
  const origin = `http://127.0.0.1:${port}`;
  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin, ...headers },
      body: new URLSearchParams(fields),
    });
  const fields = { ...filledIn, place: '11680', kind: 'apt', moment: 'notice' };
  const asked = await send('/alerts/subscribe', fields, { 'X-Forwarded-For': '203.0.113.9' });
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/alerts/asked/']);
  expect((await fetch(`${origin}/alerts/asked/`)).headers.get('content-security-policy')).toContain(
    "default-src 'none'",
  );
  const file = /\/alerts\/_assets\/[^"]+\.css/.exec(await (await fetch(`${origin}/alerts/asked/`)).text())![0];
  expect((await fetch(origin + file)).headers.get('cache-control')).toContain('immutable');

  const token = (await web.mail()).token('confirm');
  expect((await fetch(`${origin}/alerts/confirm/?token=${token}`)).status).toBe(200);
  expect((await send('/alerts/confirm/', { token }, { 'X-Forwarded-For': '203.0.113.9' })).status).toBe(303);
  expect(web.matcher.size).toBe(1);
  const id = (await web.store.find({ email: filledIn.email }))!;
  const [{ raw }] = [
    await send('/alerts/manage-link', fields, { 'X-Forwarded-For': '203.0.113.9' }).then(() => web.mail()),
  ];
  expect(raw).toContain('List-Unsubscribe');
  expect((await send('/alerts/manage-link', fields, { 'X-Forwarded-For': '203.0.113.200' })).status).toBe(429);
  expect((await send('/alerts/manage-link', fields, { 'X-Forwarded-For': '198.51.100.1' })).status).toBe(303);
  const left = await fetch(`${origin}/alerts/unsubscribe/?token=${web.tokens.unsubscribe(id, 1)}`, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  expect([left.status, (await web.store.receipt(id))!.state]).toEqual([200, 'ended']);
});
