import type { Facts } from './open.ts';
import { prepared } from './prepared.ts';
import { usualHours, type PublicationHours } from './publication.ts';
import { publicationHours } from './schema.ts';

const row = prepared((db) =>
  db
    .select({ competition: publicationHours.competition, score: publicationHours.score })
    .from(publicationHours)
    .prepare(),
);

/** The hours at which results become public: pages know them from the catalog, which they are made of. */
export function hoursOf(db: Facts): PublicationHours {
  return row(db).get() ?? usualHours;
}

/** Takes the hours that are set into the catalog. */
export function takeHours(db: Facts, hours: PublicationHours) {
  const known = hoursOf(db);
  if (known.competition === hours.competition && known.score === hours.score) return;
  db.insert(publicationHours)
    .values({ id: 1, ...hours })
    .onConflictDoUpdate({ target: publicationHours.id, set: hours })
    .run();
}
