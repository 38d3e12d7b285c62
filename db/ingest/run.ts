import type { Facts } from '../catalog/open.ts';
import type { PublicationHours } from '../catalog/publication.ts';
import type { Tally } from './tally.ts';

/** One ingest from its start to its end: one instant, one set of figures. */
export type Run = {
  db: Facts;
  now: Date;
  hours: PublicationHours;
  tally: Tally;
  /** Notices that this run has given a new revision. */
  revised: Map<string, number>;
  /** Rows that this run has read, by operation and key: where the first one stood and what it said. */
  seen: Map<string, { place: string; said: string }>;
};
