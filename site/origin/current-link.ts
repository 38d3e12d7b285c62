import { readlinkSync, watch, type FSWatcher } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeOf } from './problem.ts';

/**
 * The folder of the release that `releases/current` points at. Undefined while there is none.
 * @throws a sentence for the operator when there is something else in its place.
 */
export function currentFolder(releases: string) {
  const link = join(releases, 'current');
  try {
    return resolve(releases, readlinkSync(link));
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT') return undefined;
    const reason = code === 'EINVAL' ? 'is not a link to a release' : `cannot be read (${String(code)})`;
    throw new Error(`${link} ${reason}. Point --data or DATA_DIR at the folder that "npm run release" writes.`, {
      cause,
    });
  }
}

/** Calls `look` whenever the folder may have changed, and every 100 ms where the system does not tell. */
export function watchLink(releases: string, look: () => void) {
  const timer = setInterval(look, 100);
  const watcher = tryWatch(releases, look);
  return () => {
    clearInterval(timer);
    watcher?.close();
  };
}

function tryWatch(releases: string, look: () => void): FSWatcher | undefined {
  try {
    return watch(releases, look).on('error', () => {});
  } catch {
    return undefined;
  }
}
