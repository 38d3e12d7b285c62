import { onTestFinished } from 'vitest';
import type { Clock } from '../../../db/clock.ts';
import type { Limits } from '../../../site/origin/limits.ts';
import { createOrigin } from '../../../site/origin/origin.ts';
import { everyday, flip, releasesFolder, writeRelease, type Contents } from './small-release.ts';

/** An origin that serves one small release, and what it has logged. Stopped when the test ends. */
export async function serve(contents: Contents = everyday, limits: Partial<Limits> = {}) {
  const releases = releasesFolder();
  const { files } = writeRelease(releases, 'first', contents);
  flip(releases, 'first');
  return { ...(await serveFolder(releases, limits)), files };
}

export async function serveFolder(releases: string, limits: Partial<Limits> = {}, wait = false, clock?: Clock) {
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const origin = await createOrigin({
    releases,
    port: 0,
    host: '127.0.0.1',
    wait,
    log,
    ...(clock && { clock }),
    limits: { goodbye: 200, ...limits },
  });
  onTestFinished(() => origin.close());
  return { ...origin, releases, logged };
}
