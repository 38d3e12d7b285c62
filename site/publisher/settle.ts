import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isRecorded, recordPublished, type Published } from '../../db/catalog/publication-record.ts';
import { recordBuild, recordPublication } from '../../db/catalog/releases.ts';
import { readManifest, type Manifest } from '../release/manifest.ts';
import { putAway, takePackages } from '../release/prepare/packages.ts';
import { removeSealed, sealedReleases, type SealedRelease } from '../release/prepare/sealed-releases.ts';
import { currentId } from '../release/releases.ts';
import type { Publisher } from './publisher.ts';
import { tell } from './tell.ts';

type Flip = Pick<Published, 'firedAt' | 'flippedAt' | 'seenAt'>;

/**
 * What comes after a flip, in an order that can be begun again at any point: the rows into the catalog, the record, and last
 * of all what was sealed goes away.
 */
export async function settle(publisher: Publisher, sealed: SealedRelease, manifest: Manifest, flip: Flip) {
  const { catalog, vault, clock, say } = publisher;
  const { id, asOf, tree, files } = manifest;
  const at = new Date(sealed.note.at);
  const { whole, problems } = await takePackages(catalog.db, vault, at);
  recordBuild(catalog.db, { id, asOf, tree, files: Object.keys(files).length }, clock);
  if (!isRecorded(catalog.db, at)) {
    const published: Published = { way: 'sealed', release: id, ...flip };
    recordPublication(catalog.db, id, clock);
    recordPublished(catalog.db, at, published);
    tell(publisher, at, published);
  }
  putAway(vault.folder, whole);
  removeSealed(vault.folder, sealed);
  for (const problem of problems) say(problem);
}

/** Ends what a publisher that was killed after its flip had begun. */
export async function settleInterrupted(publisher: Publisher) {
  const { releases, vault } = publisher;
  const id = currentId(releases);
  if (!id) return;
  const manifest = readManifest(join(releases, id));
  const sealed = sealedReleases(vault.folder).sealed.find(
    ({ note }) => Date.parse(note.at) === Date.parse(manifest.asOf),
  );
  if (!sealed) return;
  const flippedAt = lstatSync(join(releases, 'current')).mtime;
  await settle(publisher, sealed, manifest, { firedAt: flippedAt, flippedAt, seenAt: null });
}
