import { onTestFinished } from 'vitest';
import type { Clock } from '../../../db/clock.ts';
import type { Limits } from '../../../site/origin/limits.ts';
import { createOrigin, type OriginOptions } from '../../../site/origin/origin.ts';
import { everyday, flip, releasesFolder, writeRelease, type Contents } from './small-release.ts';

type More = Pick<OriginOptions, 'notifier' | 'proxies'>;

/** An origin that serves one small release, and what it has logged. Stopped when the test ends. */
export async function serve(contents: Contents = everyday, limits: Partial<Limits> = {}, more: More = {}) {
  const releases = releasesFolder();
  const { files } = writeRelease(releases, 'first', contents);
  flip(releases, 'first');
  return { ...(await serveFolder(releases, limits, false, undefined, more)), files };
}

export async function serveFolder(
  releases: string,
  limits: Partial<Limits> = {},
  wait = false,
  clock?: Clock,
  more: More = {},
) {
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const origin = await createOrigin({
    releases,
    port: 0,
    host: '127.0.0.1',
    wait,
    log,
    ...(clock && { clock }),
    ...more,
    limits: { goodbye: 200, ...limits },
  });
  onTestFinished(() => origin.close());
  return { ...origin, releases, logged };
}
