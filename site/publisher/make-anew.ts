import { countNotices } from '../../db/catalog/count-notices.ts';
import { sentenceOf } from '../../db/command-line.ts';
import { putAway, takePackages } from '../release/prepare/packages.ts';
import { currentId } from '../release/releases.ts';
import type { Publisher } from './publisher.ts';
import { renew } from './renew.ts';
import { takeIn } from './take-in.ts';

/**
 * Takes in what is new, packages whose instant has passed included, builds the site as of now and shows it. What fails is
 * said, and the site stays as it is; without any site there is nothing to go on with.
 * @param always build also when nothing new came in: the hour itself changes what the site says.
 */
export async function makeAnew(publisher: Publisher, always: boolean) {
  const { catalog, releases, vault, clock, say, signal } = publisher;
  let news = always;
  try {
    news = (await takeIn({ ...publisher, db: catalog.db })) || news;
  } catch (error) {
    // What the catalog held before still makes a site; without anything there is none.
    if (countNotices(catalog.db) === 0) throw error;
    say(`Nothing new was taken in: ${sentenceOf(error)}`);
  }
  try {
    const { whole, problems } = await takePackages(catalog.db, vault, clock.now());
    for (const problem of problems) say(problem);
    if (news || whole.length > 0) await renew(publisher);
    putAway(vault.folder, whole);
  } catch (error) {
    if (signal.aborted) return;
    if (!currentId(releases)) throw error;
    say(`The site stays as it is: ${sentenceOf(error)}`);
  }
}
