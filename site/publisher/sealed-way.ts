import { flip } from '../release/flip.ts';
import { unsealOnto } from '../release/prepare/unseal-onto.ts';
import { showsRelease } from '../release/read-back.ts';
import { removeLeftovers } from '../release/releases.ts';
import { removeOld } from '../release/retention.ts';
import type { Ready } from './get-ready.ts';
import type { Publisher } from './publisher.ts';
import { settle } from './settle.ts';

/**
 * Publishes a sealed release: unseals it beside the current one, flips, reads it back as readers do, and only then takes its
 * rows into the catalog. Killed in between, readers have the old site or the new one, and the next start does the rest.
 * @throws a sentence when it cannot be unsealed; then nothing has changed.
 */
export async function sealedWay(publisher: Publisher, at: Date, { sealed, staged }: Ready) {
  const { releases, vault, clock, url } = publisher;
  const firedAt = clock.now();
  const manifest = await unsealOnto({ releases, staged, sealed, identity: vault.identity, at });
  if ('problem' in manifest) throw new Error(manifest.problem);
  flip(releases, manifest.id);
  const flippedAt = clock.now();
  const seenAt = (await showsRelease(url, manifest.id)) ? clock.now() : null;
  await settle(publisher, sealed, manifest, { firedAt, flippedAt, seenAt });
  removeOld(releases);
  removeLeftovers(releases);
}
