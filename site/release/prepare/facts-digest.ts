import { createHash } from 'node:crypto';
import type { Facts } from '../../../db/catalog/open.ts';
import * as schema from '../../../db/catalog/schema.ts';
import { getTableName, gt, sql } from '../../../db/drizzle.ts';

/** Every table that a page can speak of. */
const tables = [
  schema.notices,
  schema.houseTypes,
  schema.competition,
  schema.specialSupply,
  schema.scores,
  schema.corrections,
  schema.events,
  schema.ingestRuns,
  schema.publicationHours,
  schema.publicationOrders,
  schema.publications,
  schema.snapshots,
];

const batch = 5_000;

/** A digest of all public facts that the site is made of: what was prepared from others is stale. */
export function factsDigest(db: Facts) {
  const hash = createHash('sha256');
  for (const table of tables) {
    hash.update(`${getTableName(table)}\n`);
    for (let after = 0, rows = batch; rows === batch;) {
      const some = db
        .select({ rowid: sql<number>`rowid`, row: table })
        .from(table)
        .where(gt(sql`rowid`, after))
        .orderBy(sql`rowid`)
        .limit(batch)
        .all();
      for (const { row } of some) hash.update(`${JSON.stringify(row)}\n`);
      rows = some.length;
      after = some.at(-1)?.rowid ?? after;
    }
  }
  return hash.digest('hex');
}
