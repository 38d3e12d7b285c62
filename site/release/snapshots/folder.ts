import { dirname, join, resolve } from 'node:path';

/** Folder of the archived open data: beside the releases, which come and go. */
export function snapshotsFolder(releases: string) {
  return join(dirname(resolve(releases)), 'snapshots');
}

/** The file of a day. */
export function snapshotFile(folder: string, day: string) {
  return join(folder, `${day}.zip`);
}
