import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FeedEvent, Scheduled } from '../../../db/feeds.ts';

/** A web server with finished files, as the site's origin is one: ETags of the bytes, 304, HEAD. */
export type SmallSite = {
  url: string;
  /** What is served, by path. A path that is missing is a 404. */
  files: Map<string, string>;
  /** `GET /feeds/events.json 304`, as they came. */
  asked: string[];
  /** What answers instead, once it is set. */
  trouble: ((response: ServerResponse, path: string) => void) | null;
  publish(site: { events: FeedEvent[]; schedule: Scheduled[]; archived?: FeedEvent[] }): void;
  close: () => void;
};

/** A site without files; the caller closes it. */
export async function openSite(): Promise<SmallSite> {
  const server = createServer((request, response) => {
    const path = request.url!;
    const answer = (status: number, headers: Record<string, string> = {}, body = '') => {
      site.asked.push(`${request.method} ${path} ${status}`);
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
    };
    if (site.trouble) return site.trouble(response, path);
    const body = site.files.get(path);
    if (body === undefined) return answer(404);
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) return answer(304, { etag });
    return answer(200, { etag, 'content-type': 'application/json' }, body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const site: SmallSite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files: new Map(),
    asked: [],
    trouble: null,
    publish({ events, schedule, archived = events }) {
      const newestFirst = (some: FeedEvent[]) =>
        some.toSorted((a, b) => (`${a.at}${a.id}` < `${b.at}${b.id}` ? 1 : -1));
      const months = Map.groupBy(newestFirst(archived), ({ at }) => at.slice(0, 7));
      const archives = [...months.keys()].map((month) => `/feeds/events/${month}.json`);
      const put = (path: string, content: object) => site.files.set(path, JSON.stringify(content));
      put('/feeds/events.json', { format: 1, events: newestFirst(events), archives });
      put('/feeds/schedule.json', { format: 1, entries: schedule });
      for (const [month, some] of months)
        put(`/feeds/events/${month}.json`, {
          format: 1,
          month,
          events: some.map(({ id, kind, noticeId, revision, at, url }) => ({ id, kind, noticeId, revision, at, url })),
        });
      for (const { noticeId } of [...archived, ...schedule])
        for (const folder of ['notices', 'results']) site.files.set(`/${folder}/${noticeId}/`, 'a page');
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return site;
}
