import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { conditionsOf, type Condition } from './conditions.ts';

/** A request as the API understands it. */
export type Asked = {
  operation: string;
  page: number;
  perPage: number;
  conditions: Condition[];
  /** HOUSE_MANAGE_NO that was asked about. */
  noticeId: string | undefined;
  /** From the query or the header. */
  key: string | undefined;
  /** Path and query as they came in. */
  url: string;
  headers: IncomingHttpHeaders;
};

export function readRequest({ url = '/', headers }: IncomingMessage): Asked {
  const { pathname, searchParams } = new URL(url, 'http://stand-in');
  const conditions = conditionsOf(searchParams);
  return {
    operation: pathname.split('/').at(-1)!,
    page: Number(searchParams.get('page') ?? 1),
    perPage: Number(searchParams.get('perPage') ?? 10),
    conditions,
    noticeId: conditions.find(({ field, op }) => field === 'HOUSE_MANAGE_NO' && op === 'EQ')?.value,
    key: searchParams.get('serviceKey') ?? /^Infuser (.+)$/.exec(headers.authorization ?? '')?.[1],
    url,
    headers,
  };
}
