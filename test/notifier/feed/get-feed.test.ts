import { expect, test } from 'vitest';
import { conditional } from '../../../notifier/feed/conditional.ts';
import { getFeed, readable } from '../../../notifier/feed/get-feed.ts';
import { smallSite } from './small-site.ts';

test('a file comes once, and is not loaded again while it stays', async () => {
  const site = await smallSite();
  site.files.set('/a.json', '{"a":1}');
  const first = await getFeed(`${site.url}/a.json`, null, fetch);
  expect(first).toMatchObject({ is: 'new', body: { a: 1 } });
  expect(await getFeed(`${site.url}/a.json`, (first as { etag: string }).etag, fetch)).toEqual({ is: 'same' });
});

test('an answer that was not settled comes again without being loaded again', async () => {
  const site = await smallSite();
  site.files.set('/a.json', '{"a":1}');
  const file = conditional(`${site.url}/a.json`, null, fetch);
  expect([(await file.get()).is, (await file.get()).is]).toEqual(['new', 'new']);
  file.settle();
  expect((await file.get()).is).toBe('same');
  file.reopen();
  expect((await file.get()).is).toBe('new');
  expect(site.asked).toEqual(['200', '304', '304', '200'].map((status) => `GET /a.json ${status}`));
});

test('an answer that is none is told in a sentence', async () => {
  const site = await smallSite();
  const got = async () => {
    const answer = await getFeed(`${site.url}/a.json`, null, fetch);
    return [answer.is, (answer as { reason?: string }).reason];
  };
  expect(await got()).toEqual(['away', expect.stringContaining('404')]);
  site.trouble = (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  expect(await got()).toEqual(['away', expect.stringContaining('SITE_URL')]);
  site.trouble = (response) => response.writeHead(503).end('{}');
  expect(await got()).toEqual(['away', expect.stringContaining('503')]);
  site.trouble = (response) => response.destroy();
  expect(await got()).toEqual(['away', expect.stringContaining('cannot be reached')]);
  site.trouble = (response) => {
    response.writeHead(200);
    response.write('{"a":');
    setTimeout(() => response.destroy(), 20);
  };
  expect(await got()).toEqual(['away', expect.stringContaining('cannot be reached')]);
  for (const body of ['', '<!doctype html>', '{"a":1', Buffer.from([0x22, 0xff, 0x22])]) {
    site.trouble = (response) => response.writeHead(200).end(body);
    expect(await got()).toEqual(['malformed', expect.stringContaining('not JSON')]);
  }
});

test('a body without end is let go', async () => {
  const site = await smallSite();
  let sent = 0;
  site.trouble = (response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1 << 20, 32))) sent += 1;
    };
    response.on('drain', more);
    more();
  };
  expect(await getFeed(`${site.url}/a.json`, null, fetch)).toMatchObject({ is: 'malformed' });
  expect(sent).toBeLessThan(64);
});

test('a page can be read, cannot, or its site is away', async () => {
  const site = await smallSite();
  site.files.set('/notices/1/', 'a page');
  expect(await readable(`${site.url}/notices/1/`, fetch)).toBe('yes');
  expect(await readable(`${site.url}/notices/2/`, fetch)).toBe('no');
  site.trouble = (response) => response.destroy();
  expect(await readable(`${site.url}/notices/1/`, fetch)).toBe('away');
});
