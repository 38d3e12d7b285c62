import { eq } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { ingestRuns } from './schema.ts';

/** True when the catalog was filled with example data. */
export function holdsExample(db: Facts) {
  return db.select().from(ingestRuns).where(eq(ingestRuns.source, 'example')).limit(1).all().length > 0;
}
