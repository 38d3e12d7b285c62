import type { IncomingMessage } from 'node:http';

/**
 * The body of a request as text. `too large`: it has more bytes than it may; `slow`: it did not come in time, or its sender left.
 * What has not been read then is still on the connection, which cannot be used again.
 */
export function readBody(request: IncomingMessage, limits: { body: number; bodyTime: number }) {
  return new Promise<{ text: string } | 'too large' | 'slow'>((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > limits.body) return resolve('too large');
    const chunks: Buffer[] = [];
    let bytes = 0;
    const timer = setTimeout(() => settle('slow'), limits.bodyTime);
    const settle = (result: { text: string } | 'too large' | 'slow') => {
      clearTimeout(timer);
      request.off('data', take).pause();
      resolve(result);
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.body) settle('too large');
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => settle({ text: Buffer.concat(chunks).toString('utf8') }));
    request.once('error', () => settle('slow'));
    request.once('close', () => settle('slow'));
  });
}
