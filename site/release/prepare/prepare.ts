import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog, Facts } from '../../../db/catalog/open.ts';
import { openPrivateCopy } from '../../../db/catalog/private-copy.ts';
import { koreanStamp } from '../../../db/clock.ts';
import { instantsOf } from '../instants.ts';
import { makeSite } from '../make-site.ts';
import { readManifest } from '../manifest.ts';
import { currentId } from '../releases.ts';
import { fixFiles } from '../seal.ts';
import { snapshotsFolder } from '../snapshots/folder.ts';
import { checkPages } from './check-pages.ts';
import { deltaBetween } from './delta.ts';
import { encloseRelease } from './enclose-release.ts';
import { factsDigest } from './facts-digest.ts';
import { packagesDigest, takePackages } from './packages.ts';
import { inPrivate } from './private-room.ts';
import { sealRelease } from './seal-release.ts';
import { removeSealed, sealedReleases, type SealedRelease } from './sealed-releases.ts';
import type { Vault } from './vault.ts';

export type PrepareOptions = {
  /** Folder of all releases. */
  releases: string;
  vault: Vault;
  catalog: Catalog;
  /** The publication instant that the site is made for. */
  at: Date;
  /** When it is prepared. */
  now: Date;
  siteUrl: string;
  signal?: AbortSignal | undefined;
};

/**
 * Makes the site as of a publication instant, with what the vault holds for it, and seals what differs from the current
 * release. What is closed is in clear only in a private folder and in memory, and gone when this returns or throws.
 * Nothing that it says depends on what is closed, but that a package or a page is not well.
 * @returns a sentence for each package that is left out, and for each rule that a page breaks.
 */
export async function prepare(options: PrepareOptions): Promise<{ problems: string[] }> {
  const { releases, vault, catalog, at, now, siteUrl, signal } = options;
  const base = baseFor(releases, at);
  refuseIdle(catalog.db, at, now);
  const purpose = {
    at: koreanStamp(at),
    base: base.id,
    preparedAt: koreanStamp(now),
    ...freshness(catalog.db, vault.folder, siteUrl),
  };
  return inPrivate(vault.folder, async (room) => {
    const copy = join(room, 'facts.db');
    const work = join(room, 'site');
    mkdirSync(work);
    catalog.copyTo(copy);
    const facts = openPrivateCopy(copy);
    try {
      const { problems } = await takePackages(facts.db, vault, at);
      const before = join(releases, base.id);
      const snapshots = snapshotsFolder(releases);
      await makeSite({ db: facts.db, copy, asOf: at, siteUrl, earlier: before, work, snapshots, closed: true, signal });
      const instants = instantsOf(facts.db, at);
      const after = await fixFiles({ work, asOf: at, instants, earlier: before, closed: true, signal });
      const broken = checkPages(join(work, 'client'), after, deltaBetween(base, after).changed);
      const plaintext = encloseRelease({ before, after: work, purpose });
      signal?.throwIfAborted();
      const sealed = await sealRelease({ vault: vault.folder, recipient: vault.recipient, plaintext, note: purpose });
      removeOvertaken(vault.folder, sealed);
      return { problems: [...problems, ...broken] };
    } finally {
      facts.close();
    }
  });
}

/** Of what was sealed for an instant only the newest counts. */
function removeOvertaken(vault: string, { file, note }: SealedRelease) {
  for (const other of sealedReleases(vault).sealed)
    if (other.file !== file && Date.parse(other.note.at) <= Date.parse(note.at)) removeSealed(vault, other);
}

/** What a sealed release stands on besides its base: the public facts and the packages, each as a digest. */
export function freshness(db: Facts, vault: string, siteUrl: string) {
  return { facts: `${factsDigest(db)} ${siteUrl}`, packages: packagesDigest(vault) };
}

function baseFor(releases: string, at: Date) {
  const id = currentId(releases);
  if (!id)
    throw new Error(
      'Nothing is published yet, so there is nothing to prepare for. Run "npm run release -- build" and "publish".',
    );
  const base = readManifest(join(releases, id));
  if (new Date(base.asOf) >= at)
    throw new Error(
      `The current release ${id} speaks of ${koreanStamp(at)} or later already. There is nothing to prepare.`,
    );
  return base;
}

function refuseIdle(db: Facts, at: Date, now: Date) {
  if (at <= now)
    throw new Error(`${koreanStamp(at)} has passed. Run "npm run release -- build" and "publish" instead.`);
  const { instants } = instantsOf(db, now);
  if (instants.some((instant) => new Date(instant).getTime() === at.getTime())) return;
  const coming = instants.filter((instant) => new Date(instant) > now).slice(0, 3);
  throw new Error(
    `No notice has its publication at ${koreanStamp(at)}. ` +
      (coming.length > 0 ? `The next are ${coming.join(', ')}.` : 'None is to come at all.'),
  );
}
