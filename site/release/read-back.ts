import { setTimeout as sleep } from 'node:timers/promises';
import { ownReport } from './manifest.ts';

const patience = 10_000;
const pause = 50;

/**
 * Reads the site as a reader does, until it shows a release.
 * @param url the origin's address, with its slash.
 * @returns false when it still shows another after 10 s.
 */
export async function showsRelease(url: string, id: string) {
  const begun = performance.now();
  while (performance.now() - begun < patience) {
    if ((await releaseAt(url)) === id) return true;
    await sleep(pause);
  }
  return false;
}

async function releaseAt(url: string) {
  try {
    const answer = await fetch(new URL(ownReport, url), { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    return ((await answer.json()) as { release?: string }).release;
  } catch {
    return undefined; // not there yet, or a page in its place
  }
}
