/* oxlint-disable unicorn/require-post-message-target-origin -- these are messages to a worker, which has no origin */
import { parentPort } from 'node:worker_threads';
import { readManifest, type ManifestFile } from '../release/manifest.ts';
import { messageOf } from './problem.ts';

/** What the worker answers: the next files, none when all have been handed over, or why the release cannot be served. */
export type Batch = { files: [string, ManifestFile][] } | { problem: string };

let files: [string, ManifestFile][] = [];
let given = 0;

parentPort!.on('message', (order: string) => {
  parentPort!.postMessage(order === 'more' ? nextBatch() : open(order));
});

function open(folder: string): Batch {
  try {
    files = Object.entries(readManifest(folder).files);
    given = 0;
    refuseStrangePaths(folder);
    return nextBatch();
  } catch (problem) {
    return { problem: messageOf(problem) };
  }
}

/** Small enough to be taken in between two requests. */
function nextBatch(): Batch {
  const batch = files.slice(given, (given += 250));
  if (batch.length === 0) files = [];
  return { files: batch };
}

/** @throws when a path would lead out of the release's folder, or could be spelled in two ways. */
function refuseStrangePaths(folder: string) {
  const strange = files.find(
    ([path]) => !/^[^/\\\0]+(?:\/[^/\\\0]+)*$/.test(path) || /(?:^|\/)\.\.?(?:\/|$)/.test(path),
  );
  if (strange)
    throw new Error(
      `${folder}/manifest.json lists ${JSON.stringify(strange[0])}, which is no path inside the release. Build the release again: "npm run release -- build".`,
    );
}
