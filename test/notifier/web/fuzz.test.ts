import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { agreedWords } from '../../../db/alert-pages.ts';
import { dice, hostile, type Hostile } from './hostile.ts';
import { subscription } from './subscription.ts';
import { confirmed, webHere, wished, type WebHere } from './web-here.ts';

const many = 10_000;
const unlimited = { burst: 1e9, perHour: 1e9 };

/** Sends a request as it is, and waits until its answer is there, or the connection is cut. */
function sent(port: number, { method, path, headers, body }: Hostile) {
  return new Promise<string>((resolve) => {
    const socket: Socket = connect({ port, host: '127.0.0.1' });
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    const head = [`${method} ${path} HTTP/1.1`, ...headers, `Content-Length: ${body.length}`, 'Connection: close'];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(body);
  });
}

async function everything({ store, matcher, clock }: WebHere, ids: number[]) {
  const receipts = [];
  const addresses = [...(await store.addresses(ids))];
  for (const id of ids) receipts.push(await store.receipt(id));
  return { receipts, addresses, size: matcher.size, channels: (await store.standing(clock.now())).channels };
}

test(
  `${many} hostile requests change nothing, are all answered, and leave no trace in memory or log`,
  { timeout: 120_000 },
  async () => {
    const web = await webHere({
      limits: {
        formsFrom: unlimited,
        forms: unlimited,
        mailsFrom: unlimited,
        mailsTo: unlimited,
        mails: unlimited,
        bodyTime: 300,
      },
    });
    const mail = await confirmed(web);
    const own = subscription(web.vapid.newest().publicKey);
    await web.sendJson('PUT', '/alerts/push', { ...own, wishes: wished, agreed: agreedWords });
    const ids = [mail, (await web.store.find({ endpoint: own.endpoint }))!];
    const tokens = [
      web.tokens.confirm(mail, 1),
      web.tokens.manage(mail, 1),
      web.tokens.unsubscribe(mail, 1),
      web.tokens.bounce(mail, 1),
    ];
    const before = await everything(web, ids);
    const letters = web.letters.length;

    const roll = dice(20_261_122);
    const statuses = new Map<string, number>();
    const wrong: string[] = [];
    let memory = 0;
    for (let done = 0; done < many; done += 50) {
      const requests = Array.from({ length: 50 }, () => hostile(roll, tokens, own.endpoint));
      const answers = await Promise.all(requests.map((request) => sent(web.port, request)));
      for (const [i, answer] of answers.entries()) {
        const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'cut';
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (/^5|^cut/.test(status) || /<script>alert|\r\nBcc/.test(answer))
          wrong.push(`${status} ${requests[i]!.method} ${requests[i]!.path.slice(0, 80)}`);
      }
      if (done === many / 5) memory = process.memoryUsage().rss;
    }
    expect(wrong).toEqual([]);
    expect(await everything(web, ids)).toEqual(before);
    expect([web.letters.length, web.tested, web.said]).toEqual([letters, [], []]);
    expect(process.memoryUsage().rss - memory).toBeLessThan(200 * 2 ** 20);
    // They get past the doors: the forms themselves have looked at them.
    for (const status of ['200', '400', '403', '404', '405', '413', '422'])
      expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0]);
  },
);

test('the same requests, put right, do change what they should: the fuzz above can fail', async () => {
  const web = await webHere();
  const mail = await confirmed(web);
  const headers = [
    'Host: lighthouse.example',
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/x-www-form-urlencoded',
  ];
  const body = Buffer.from(`token=${web.tokens.manage(mail, 1)}`);
  await sent(web.port, { method: 'POST', path: '/alerts/forget', headers, body });
  expect(await web.store.receipt(mail)).toBeNull();
});
