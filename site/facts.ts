import { holdsExample } from '../db/catalog/holds-example.ts';
import { openCopy, type Facts } from '../db/catalog/open.ts';
import { parseInstant } from '../db/clock.ts';
import type { Shard } from './shard.ts';

export type SiteFacts = {
  db: Facts;
  /** The instant that all pages speak of. */
  asOf: Date;
  /** True when nothing of it is real. */
  example: boolean;
  shard: Shard;
};

/** What the site is built from. `npm run release -- build` names it in the environment. */
export const facts = openFacts(process.env);

function openFacts(environment: NodeJS.ProcessEnv): SiteFacts {
  const { LIGHTHOUSE_FACTS: file, LIGHTHOUSE_AS_OF: asOf, LIGHTHOUSE_SHARD: shard = '0/1' } = environment;
  const [, part, of] = /^(\d+)\/([1-9]\d*)$/.exec(shard) ?? [];
  if (!file || !asOf || !part || !of)
    throw new Error(
      'The pages need LIGHTHOUSE_FACTS, LIGHTHOUSE_AS_OF and a LIGHTHOUSE_SHARD like 0/1. Run "npm run release -- build".',
    );
  const db = openCopy(file);
  return { db, asOf: parseInstant(asOf), example: holdsExample(db), shard: { part: Number(part), of: Number(of) } };
}
