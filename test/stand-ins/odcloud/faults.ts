import type { ServerResponse } from 'node:http';
import type { Row } from './conditions.ts';

export type Envelope = {
  page: number;
  perPage: number;
  totalCount: number;
  currentCount: number;
  matchCount: number;
  data: Row[];
};

/** Something that goes wrong in place of a good answer. `good` is what would have been sent. */
export type Fault = (reply: ServerResponse, good: Envelope) => void;

export function sendJson(reply: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  reply.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  reply.end(JSON.stringify(body));
}

export const httpError =
  (status: number, headers: Record<string, string> = {}): Fault =>
  (reply) => {
    reply.writeHead(status, headers);
    reply.end('Internal trouble');
  };

/** `{code,msg}`, which comes with HTTP 200 as well. */
export const refusal =
  (code: number, msg: string, status = 200): Fault =>
  (reply) =>
    sendJson(reply, status, { code, msg });

export const tooMany = (seconds: string): Fault => httpError(429, { 'retry-after': seconds });

export const webPage: Fault = (reply) => {
  reply.writeHead(200, { 'content-type': 'text/html' });
  reply.end('<!DOCTYPE html><title>점검 중</title><p>시스템 점검 중입니다.');
};

/** Promises the whole length, sends half of it and hangs up. */
export const cutBody: Fault = (reply, good) => {
  const body = Buffer.from(JSON.stringify(good));
  reply.writeHead(200, { 'content-type': 'application/json', 'content-length': String(body.length) });
  reply.write(body.subarray(0, body.length / 2), () => reply.destroy());
};

/** Half an answer that pretends to be all of it. */
export const brokenJson: Fault = (reply, good) => {
  const body = JSON.stringify(good);
  reply.writeHead(200, { 'content-type': 'application/json' });
  reply.end(body.slice(0, body.length / 2));
};

export const reset: Fault = (reply) => reply.socket?.resetAndDestroy();

export const silence: Fault = () => {};

/** A byte every few milliseconds: never silent, never done. */
export const dribble: Fault = (reply, good) => {
  const body = JSON.stringify(good).padEnd(100_000);
  reply.writeHead(200, { 'content-type': 'application/json' });
  let sent = 0;
  const timer = setInterval(() => reply.write(body[sent++] ?? ' '), 5);
  reply.on('close', () => clearInterval(timer));
};

export const huge =
  (bytes: number): Fault =>
  (reply, good) => {
    reply.writeHead(200, { 'content-type': 'application/json' });
    reply.end(JSON.stringify(good) + ' '.repeat(bytes));
  };

export const redirect =
  (location: string): Fault =>
  (reply) => {
    reply.writeHead(302, { location });
    reply.end();
  };

/** A table in which nothing matches. */
export const empty: Fault = (reply, good) =>
  sendJson(reply, 200, { ...good, currentCount: 0, matchCount: 0, data: [] });

/** Another `matchCount` than the other pages tell. */
export const miscounted =
  (by: number): Fault =>
  (reply, good) =>
    sendJson(reply, 200, { ...good, matchCount: good.matchCount + by });

/** Fields that nobody has documented. */
export const moreFields: Fault = (reply, good) =>
  sendJson(reply, 200, { ...good, took: 3, data: good.data.map((row) => ({ ...row, NEW_FIELD: 'x', NEW_CNT: 1 })) });

/** Rows of every notice, whatever the condition. */
export const heedless =
  (rows: Row[]): Fault =>
  (reply, good) =>
    sendJson(reply, 200, { ...good, currentCount: rows.length, matchCount: rows.length, data: rows });
