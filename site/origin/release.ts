/* oxlint-disable unicorn/require-post-message-target-origin -- these are messages to a worker, which has no origin */
import { once } from 'node:events';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../../db/clock.ts';
import type { PublicFile } from './copies.ts';
import type { Batch, Opened } from './manifest-worker.ts';

/** A published release, every file under the path the public asks for. Times in milliseconds since 1970. */
export type Release = {
  id: string;
  folder: string;
  files: Map<string, PublicFile>;
  damaged: Set<string>;
  /** The instant that its pages speak of. */
  asOf: number;
  /** When the origin had it in hand. */
  servedAt: number;
};

/**
 * Reads releases beside the event loop: the manifest of 40,000 pages takes a quarter of a second, and no request waits for it.
 * `read` throws a sentence for the operator. One at a time.
 */
export function releaseReader(clock: Clock) {
  let worker: Worker | undefined;

  async function read(folder: string): Promise<Release> {
    const reader = (worker ??= startWorker(() => (worker = undefined)));
    const files = new Map<string, PublicFile>();
    const opened = await answerTo<Opened>(reader, folder);
    if ('problem' in opened) throw new Error(opened.problem);
    for (;;) {
      const batch = await answerTo<Batch>(reader, 'more');
      if (batch.files.length === 0) break;
      for (const [file, listed, own] of batch.files) {
        const path = publicPath(file);
        files.set(path, { path, file, listed, instants: own ? (own.length > 0 ? own : none) : opened.instants });
      }
    }
    const servedAt = clock.now().getTime();
    return { id: basename(folder), folder, files, damaged: new Set(), asOf: opened.asOf, servedAt };
  }

  return { read, close: () => worker?.terminate() };
}

/** One list for the tens of thousands of pages that no instant concerns. */
const none: number[] = [];

async function answerTo<Answer>(reader: Worker, order: string) {
  reader.postMessage(order);
  const [answer] = await once(reader, 'message');
  return answer as Answer;
}

function startWorker(ended: () => void) {
  const worker = new Worker(new URL('manifest-worker.ts', import.meta.url));
  worker.on('error', ended);
  return worker;
}

/** `x/index.html` is asked for as `/x/`, any other file by its name. */
function publicPath(file: string) {
  return `/${file === 'index.html' || file.endsWith('/index.html') ? file.slice(0, -'index.html'.length) : file}`;
}
