import { getTableName } from 'drizzle-orm';
import {
  competition,
  corrections,
  events,
  houseTypes,
  notices,
  quarantine,
  scores,
  specialSupply,
} from '../../../../db/catalog/schema.ts';
import { inCatalog } from './one-run.ts';

const facts = [notices, houseTypes, competition, specialSupply, scores, corrections, events];

/** All facts of a catalog, table by table, each row as text, in an order that does not tell which came first. */
export function factsIn(dataDir: string) {
  return inCatalog(dataDir, (db) =>
    Object.fromEntries(
      facts.map((table) => [
        getTableName(table),
        db
          .select()
          .from(table)
          .all()
          // A correction is numbered in the order in which it came.
          .map((row) => JSON.stringify({ ...row, ...('field' in row ? { id: 0 } : {}) }))
          .sort(),
      ]),
    ),
  );
}

export function quarantineIn(dataDir: string) {
  return inCatalog(dataDir, (db) => db.select().from(quarantine).all());
}
