/* oxlint-disable unicorn/require-post-message-target-origin -- these are messages to a worker, which has no origin */
import { once } from 'node:events';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PublicFile } from './copies.ts';
import type { Batch } from './manifest-worker.ts';

/** A published release, every file under the path the public asks for. */
export type Release = { id: string; folder: string; files: Map<string, PublicFile>; damaged: Set<string> };

/**
 * Reads releases beside the event loop: the manifest of 40,000 pages takes a quarter of a second, and no request waits for it.
 * `read` throws a sentence for the operator. One at a time.
 */
export function releaseReader() {
  let worker: Worker | undefined;

  async function read(folder: string): Promise<Release> {
    const reader = (worker ??= startWorker(() => (worker = undefined)));
    const files = new Map<string, PublicFile>();
    reader.postMessage(folder);
    for (;;) {
      const [batch]: Batch[] = await once(reader, 'message');
      if (!batch) continue;
      if ('problem' in batch) throw new Error(batch.problem);
      if (batch.files.length === 0) return { id: basename(folder), folder, files, damaged: new Set() };
      for (const [file, listed] of batch.files) {
        const path = publicPath(file);
        files.set(path, { path, file, listed });
      }
      reader.postMessage('more');
    }
  }

  return { read, close: () => worker?.terminate() };
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
