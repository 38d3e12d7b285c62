import { connect } from 'node:net';

/** A request as bytes may make it: nothing in it is checked by a client. */
export type Request = {
  method: string;
  path: string;
  /** Token and fields that stand in the address. */
  query: [string, string][];
  headers: [string, string][];
  body: string | Buffer;
  /** How the body goes; `cut`: fewer bytes than were announced, and then silence. */
  goes?: 'whole' | 'chunked' | 'cut';
};

export function bytesOf({ method, path, query, headers, body, goes = 'whole' }: Request) {
  const sent = Buffer.from(body);
  const target = path + (query.length > 0 ? `?${new URLSearchParams(query).toString()}` : '');
  const length =
    goes === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${sent.length + (goes === 'cut' ? 9 : 0)}`;
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'Host: lighthouse.example',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    length,
    'Connection: close',
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return Buffer.concat([head, ...(goes === 'chunked' ? chunksOf(sent) : [sent])]);
}

/** Everything that comes back until the other side ends or cuts the connection. */
export function answerTo(port: number, bytes: Buffer) {
  return new Promise<Buffer>((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks)));
    socket.write(bytes);
  });
}

function chunksOf(body: Buffer) {
  const pieces = [];
  for (let at = 0; at < body.length; at += 1_000) {
    const piece = body.subarray(at, at + 1_000);
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  return [...pieces, Buffer.from('0\r\n\r\n')];
}
