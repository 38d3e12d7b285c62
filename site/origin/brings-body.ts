import type { IncomingMessage } from 'node:http';

/** Whether a body follows the headers of a request. */
export function bringsBody({ headers }: Pick<IncomingMessage, 'headers'>) {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}
