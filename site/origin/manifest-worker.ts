/* oxlint-disable unicorn/require-post-message-target-origin -- these are messages to a worker, which has no origin */
import { parentPort } from 'node:worker_threads';
import { parseInstant } from '../../db/clock.ts';
import { readManifest, type Manifest, type ManifestFile } from '../release/manifest.ts';
import { messageOf } from './problem.ts';

/** The first answer: what holds for the release as a whole, in milliseconds since 1970, or why it cannot be served. */
export type Opened = { asOf: number; instants: number[] } | { problem: string };
/** The next files, each with the instants that concern it where these are not all; none when all have been handed over. */
export type Batch = { files: [path: string, listed: ManifestFile, instants?: number[]][] };

let files: Batch['files'] = [];
let given = 0;

parentPort!.on('message', (order: string) => {
  parentPort!.postMessage(order === 'more' ? nextBatch() : open(order));
});

function open(folder: string): Opened {
  try {
    const manifest = readManifest(folder);
    const instants = manifest.instants.map((instant) => parseInstant(instant).getTime());
    files = Object.entries(manifest.files).map((file) => [...file, ...ownInstants(manifest, file[0], instants)]);
    given = 0;
    refuseStrangePaths(folder);
    return { asOf: parseInstant(manifest.asOf).getTime(), instants };
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

function ownInstants({ concerned }: Manifest, path: string, instants: number[]): [number[]?] {
  const places = Object.hasOwn(concerned, path) ? concerned[path] : undefined;
  return places ? [places.map((place) => instants[place]!)] : [];
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
