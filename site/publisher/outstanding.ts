import { join } from 'node:path';
import type { Facts } from '../../db/catalog/open.ts';
import { latePublications } from '../../db/catalog/publication-record.ts';
import { instantsOf } from '../release/instants.ts';
import { readManifest } from '../release/manifest.ts';
import { currentId } from '../release/releases.ts';
import type { Publisher } from './publisher.ts';

type From = Pick<Publisher, 'releases' | 'catalog'>;

/** The publication instant that is next, or has come and is not published: a check held it, or the current release is older. */
export function nextInstant({ releases, catalog }: From): Date | null {
  const asOf = currentAsOf(releases);
  return asOf && (latePublications(catalog.db)[0] ?? instantsAfter(catalog.db, asOf)[0] ?? null);
}

/** The instants that have come and are not published: the current release is older, or a check held them. */
export function outstanding({ releases, catalog }: From, now: Date): Date[] {
  const asOf = currentAsOf(releases);
  if (!asOf) return [];
  const come = instantsAfter(catalog.db, asOf).filter((instant) => instant <= now);
  const times = [...latePublications(catalog.db), ...come].map((instant) => instant.getTime());
  return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time));
}

function instantsAfter(db: Facts, asOf: Date) {
  return instantsOf(db, asOf)
    .instants.map((instant) => new Date(instant))
    .filter((instant) => instant > asOf);
}

/** The instant that the current release speaks of; null when nothing is published. */
function currentAsOf(releases: string) {
  const id = currentId(releases);
  return id === null ? null : new Date(readManifest(join(releases, id)).asOf);
}
