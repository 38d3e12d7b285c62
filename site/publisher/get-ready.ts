import { koreanStamp } from '../../db/clock.ts';
import { sentenceOf } from '../../db/command-line.ts';
import { freshness } from '../release/prepare/prepare.ts';
import { isIntact, sealedReleases, type SealedRelease } from '../release/prepare/sealed-releases.ts';
import { stage, type Staged } from '../release/prepare/stage.ts';
import { currentId, removeLeftovers } from '../release/releases.ts';
import type { Publisher } from './publisher.ts';

/** What is at hand for an instant: its sealed release, and the folder that it will be unsealed into. */
export type Ready = { sealed: SealedRelease; staged: Staged };

/**
 * Looks in the minute before an instant whether what was sealed for it can be used, holds the current release against its
 * digests, and lays a copy of it ready, which is the same whatever is sealed.
 * @returns null when the site has to be built after the instant.
 */
export function getReady(publisher: Publisher, at: Date): Ready | null {
  const { releases, say } = publisher;
  try {
    const sealed = sealedFor(publisher, at);
    if (!sealed) {
      say(`Nothing that is sealed can be used for ${koreanStamp(at)}: the site is built then.`);
      return null;
    }
    removeLeftovers(releases);
    return { sealed, staged: stage(releases, sealed.note.base) };
  } catch (error) {
    say(`What is sealed for ${koreanStamp(at)} cannot be used: ${sentenceOf(error)} The site is built then.`);
    return null;
  }
}

/** The sealed release for an instant that stands on the current release and on the facts of now, whole; else null. */
export function sealedFor({ releases, catalog, vault, settings }: Publisher, at: Date) {
  const { facts } = freshness(catalog.db, vault.folder, settings.SITE_URL);
  const base = currentId(releases);
  const fitting = sealedReleases(vault.folder).sealed.filter(
    ({ note }) => Date.parse(note.at) === at.getTime() && note.base === base && note.facts === facts,
  );
  return fitting.findLast(isIntact) ?? null;
}
