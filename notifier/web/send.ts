import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { lastResort } from './last-resort.ts';
import type { Pages } from './pages.ts';

/** What a browser must not do with an answer, and nobody may keep of it. A token in an address goes to no other page. */
const safety = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  // Not "no-referrer": with that browsers say "Origin: null" of our own forms.
  'Referrer-Policy': 'strict-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Writes an answer. A page that cannot be drawn is replaced by a plain one: readers learn that something failed, not what. */
export async function send(response: ServerResponse, answer: Answer, pages: Pages, failed: (problem: unknown) => void) {
  let { status } = answer;
  let body: Buffer = Buffer.alloc(0);
  let type = 'text/html; charset=utf-8';
  if (answer.json !== undefined) {
    body = Buffer.from(JSON.stringify(answer.json));
    type = 'application/json; charset=utf-8';
  } else if (answer.page) {
    try {
      body = await pages.draw(answer.page);
    } catch (problem) {
      failed(problem);
      [status, body] = [status < 400 ? 500 : status, lastResort];
    }
  }
  const about = { ...safety, 'Content-Type': type, 'Content-Length': String(body.length) };
  response.writeHead(status, { ...about, ...(status === 429 && { 'Retry-After': '600' }), ...answer.headers });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** A file whose name carries the digest of its bytes. */
export function sendFile(response: ServerResponse, { type, bytes }: NonNullable<ReturnType<Pages['file']>>) {
  response.writeHead(200, {
    ...safety,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': type,
    'Content-Length': String(bytes.length),
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}
