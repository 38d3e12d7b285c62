import { existsSync, globSync, readFileSync } from 'node:fs';
import { IncomingMessage, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AlertPage } from '../../db/alert-pages.ts';
import { Paper } from './paper.ts';

/** The pages of alerts, drawn when they are asked for, and the files that they need. */
export type Pages = {
  /** @throws when the page cannot be drawn. */
  draw: (page: AlertPage) => Promise<Buffer>;
  /** What lies under a path below /alerts/_assets/. */
  file: (path: string) => { type: string; bytes: Buffer } | undefined;
};

type Handler = (request: IncomingMessage, response: ServerResponse, next: undefined, locals: object) => Promise<void>;

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/**
 * Takes pages that site/on-demand/build.ts has built.
 * @param folder holds `server/` and `client/`.
 * @throws a sentence when there are none.
 */
export async function mountPages(folder: string): Promise<Pages> {
  const entry = join(folder, 'server', 'entry.mjs');
  if (!existsSync(entry)) throw new Error(`There are no pages of alerts in ${folder}. Build them: npm start does.`);
  const handler = await importedHandler(entry);
  const client = join(folder, 'client');
  const files = new Map<string, { type: string; bytes: Buffer }>(
    globSync('alerts/_assets/**/*.*', { cwd: client }).map((file) => {
      const type = types[extname(file)] ?? 'application/octet-stream';
      return [`/${file}`, { type, bytes: readFileSync(join(client, file)) }];
    }),
  );
  const drawn = new Map<string, Buffer>();
  return {
    async draw(page) {
      // What says the same to everybody is drawn once: a flood of nonsense costs nothing.
      const name = 'why' in page ? `${page.page} ${page.why}` : Object.keys(page).length === 1 ? page.page : null;
      const kept = name === null ? undefined : drawn.get(name);
      if (kept) return kept;
      const bytes = await draw(handler, page);
      if (name !== null) drawn.set(name, bytes);
      return bytes;
    },
    file: (path) => files.get(path),
  };
}

/** The adapter listens for rejections that nobody handles, and so would hide those of the whole process. */
async function importedHandler(entry: string) {
  const before = process.listeners('unhandledRejection');
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: Handler };
  for (const listener of process.listeners('unhandledRejection'))
    if (!before.includes(listener)) process.off('unhandledRejection', listener);
  return handler;
}

/** Draws a page without the request that it answers: no token, address or header of a stranger gets to the renderer or its log. */
async function draw(handler: Handler, page: AlertPage) {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = `/alerts/${page.page}/`;
  request.headers.host = 'localhost';
  const paper = new Paper(request);
  await handler(request, paper as unknown as ServerResponse, undefined, { alerts: page });
  await paper.written;
  if (paper.statusCode !== 200) throw new Error(`The page ${request.url} cannot be drawn (${paper.statusCode}).`);
  return Buffer.concat(paper.chunks);
}
