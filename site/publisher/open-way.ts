import { recordPublished } from '../../db/catalog/publication-record.ts';
import { putAway, takePackages } from '../release/prepare/packages.ts';
import type { Publisher } from './publisher.ts';
import { renew } from './renew.ts';
import { tell } from './tell.ts';

/**
 * Publishes what was due at some instants after them: takes the packages of the vault whose instant has come, builds the site
 * as of now and shows it.
 */
export async function openWay(publisher: Publisher, instants: Date[]) {
  const { catalog, vault, clock } = publisher;
  const firedAt = clock.now();
  const { whole, problems } = await takePackages(catalog.db, vault, firedAt);
  for (const problem of problems) publisher.say(problem);
  const renewed = await renew(publisher);
  for (const at of instants) {
    const published = { way: 'open' as const, firedAt, ...renewed };
    recordPublished(catalog.db, at, published);
    tell(publisher, at, published);
  }
  putAway(vault.folder, whole);
}
