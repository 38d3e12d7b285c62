import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { codeOf } from './problem.ts';
import type { Reply, Stretch } from './reply.ts';
import { openCopy } from './stored-copy.ts';

/**
 * Sends a stretch of a file too large for the memory, as fast as the reader takes it. A reader who leaves ends it quietly.
 * @throws before the first byte when the file is not as listed, after it when the file shrinks or cannot be read on.
 */
export async function streamCopy(response: ServerResponse, reply: Reply, { copy, from, to }: Stretch, path: string) {
  const file = await openCopy(path, copy);
  if (response.destroyed || response.req.method === 'HEAD') {
    await file.close();
    response.writeHead(reply.status, reply.headers);
    response.end();
    return;
  }

  response.writeHead(reply.status, reply.headers);
  const source = file.createReadStream({ start: from, end: to - 1, highWaterMark: 128 * 1024 });
  try {
    await pipeline(source, response, { end: false });
  } catch (problem) {
    if (codeOf(problem) === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw problem;
  }
  if (source.bytesRead < to - from)
    throw new Error(`it ended after ${from + source.bytesRead} bytes where the manifest lists ${copy.bytes}`);
  response.end();
}
