import { parentPort } from 'node:worker_threads';
import type { ManifestFile } from './manifest.ts';
import { sealOrLink } from './seal-file.ts';

export type Job = { client: string; earlier: string | null; files: [path: string, before: ManifestFile | null][] };
export type Sealed = [path: string, file: ManifestFile][];

parentPort?.on('message', ({ client, earlier, files }: Job) => {
  const sealed: Sealed = files.map(([path, before]) => [
    path,
    sealOrLink(client, path, before && { client: earlier, file: before }),
  ]);
  parentPort?.postMessage(sealed);
});
