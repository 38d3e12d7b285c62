import { get as request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** What a server answers, decoded. Not `fetch`: beside an `If-None-Match` it says `no-cache`, and `send` obeys. */
export function get(url: URL, headers: Record<string, string>) {
  return new Promise<{ status: number; tag: string | undefined; body: Buffer }>((resolve, reject) => {
    request(url, { headers: { 'Accept-Encoding': 'br', ...headers } }, (response) => {
      buffer(response).then(
        (body) =>
          resolve({
            status: response.statusCode ?? 0,
            tag: response.headers.etag,
            body: decoded(body, response.headers['content-encoding']),
          }),
        reject,
      );
    }).on('error', reject);
  });
}

function decoded(body: Buffer, coding: string | undefined) {
  if (coding === 'br') return brotliDecompressSync(body);
  return coding === 'gzip' ? gunzipSync(body) : body;
}
