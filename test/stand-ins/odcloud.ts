import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequest, type Asked } from './odcloud/asked.ts';
import { catalogue } from './odcloud/catalogue.ts';
import { isSupported, meets, type Row } from './odcloud/conditions.ts';
import { sendJson, type Envelope, type Fault } from './odcloud/faults.ts';
import { shuffled } from './odcloud/shuffle.ts';

/** Rows by operation. An operation without rows is an empty table. */
export type Tables = Record<string, Row[]>;

export type Odcloud = {
  /** For ODCLOUD_BASE_URL. */
  url: string;
  /** Live: what is changed here is in the next answer. */
  tables: Tables;
  /** Every request so far. */
  asked: Asked[];
  /** Is told of every request before it is answered. */
  onRequest: (asked: Asked) => void;
  /** Rows come in another order on every request, the same ones each time. 0 keeps them as they stand in the tables. */
  orderSeed: number;
  /** Rows on a page at most, whatever `perPage` asks for. */
  largestPage: number;
  /** Answers the next requests that fit with a fault; one unless told. */
  fail(fault: Fault, where?: { operation?: string; page?: number; times?: number }): void;
  close(): Promise<void>;
};

/** A key as data.go.kr makes them: three of its characters mean something else when they are not percent-encoded. */
export const serviceKey = 'a+Zx/9kQ+3v/Qw==';

/** A small open API on this machine: it answers what the documents say, and refuses what they do not. */
export async function startOdcloud(tables: Tables): Promise<Odcloud> {
  const faults: { fits: (asked: Asked) => boolean; fault: Fault; left: number }[] = [];
  const server = createServer((request, reply) => {
    const asked = readRequest(request);
    odcloud.asked.push(asked);
    odcloud.onRequest(asked);
    const due = faults.find(({ fits, left }) => left > 0 && fits(asked));
    if (!due) return answer(odcloud, asked, reply);
    due.left -= 1;
    due.fault(reply, envelope(odcloud, asked));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const odcloud: Odcloud = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    tables,
    asked: [],
    onRequest: () => {},
    orderSeed: 0,
    largestPage: 1_000,
    fail(fault, { operation, page, times = 1 } = {}) {
      const fits = (asked: Asked) =>
        (operation ?? asked.operation) === asked.operation && (page ?? asked.page) === asked.page;
      faults.push({ fits, fault, left: times });
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return odcloud;
}

function answer(odcloud: Odcloud, asked: Asked, reply: ServerResponse) {
  const described = catalogue[asked.operation];
  if (!described || !asked.url.startsWith(`/api/${described.service}/v1/`))
    return sendJson(reply, 404, { code: -404, msg: 'NOT FOUND' });
  if (!asked.key) return sendJson(reply, 401, { code: -401, msg: '인증키는 필수 항목 입니다.' });
  if (asked.key !== serviceKey) return sendJson(reply, 401, { code: -4, msg: '등록되지 않은 인증키 입니다.' });
  const unknown = asked.conditions.find((condition) => !isSupported(described, condition));
  if (unknown) return sendJson(reply, 400, { code: -400, msg: `cond[${unknown.field}::${unknown.op}]` });
  return sendJson(reply, 200, envelope(odcloud, asked));
}

function envelope(odcloud: Odcloud, { operation, page, conditions, perPage: wanted }: Asked): Envelope {
  const perPage = Math.min(wanted, odcloud.largestPage);
  const table = odcloud.tables[operation] ?? [];
  const matching = table.filter((row) => conditions.every((condition) => meets(row, condition)));
  const { orderSeed, asked } = odcloud;
  const ordered = orderSeed === 0 ? matching : shuffled(matching, orderSeed + asked.length);
  const data = ordered.slice((page - 1) * perPage, page * perPage);
  const { length: currentCount } = data;
  return { page, perPage, totalCount: table.length, currentCount, matchCount: matching.length, data };
}
