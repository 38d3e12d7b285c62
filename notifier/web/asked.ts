import type { IncomingHttpHeaders } from 'node:http';

/** A request with everything that belongs to it, when it has come in and may be answered. */
export type Asked = {
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** As text; empty where there is none. */
  body: string;
  /** Who asks, as far as limits and proofs of consent care: an IPv4 network of 256 addresses, or an IPv6 one of 72 bits' worth. */
  from: string;
};
