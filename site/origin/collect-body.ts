import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Reads a request to its end. How long that may take, the server says for every request.
 * @returns `too large` as soon as it has more bytes than it may, `left` when its sender goes before the end.
 */
export function collectBody(request: IncomingMessage, response: ServerResponse, most: number) {
  return new Promise<Buffer | 'too large' | 'left'>((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > most) return resolve('too large');
    if (request.headers.expect) response.writeContinue();
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= most) return void chunks.push(chunk);
      request.off('data', take).pause();
      resolve('too large');
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => resolve('left'));
    request.once('close', () => resolve('left'));
  });
}
