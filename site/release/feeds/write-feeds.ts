import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Facts } from '../../../db/catalog/open.ts';
import { eventsArchive, eventsFeed, scheduleFeed } from '../../../db/feeds.ts';
import { writeEvents } from './events.ts';
import { writeSchedule } from './schedule.ts';

/** Writes the feeds for machines as of an instant, and what their fields mean, into the `feeds` folder of a site. */
export function writeFeeds(db: Facts, folder: string, asOf: Date) {
  mkdirSync(folder, { recursive: true });
  writeEvents(db, folder, asOf);
  writeSchedule(db, folder, asOf);
  for (const [name, schema] of Object.entries({
    events: eventsFeed,
    'events-archive': eventsArchive,
    schedule: scheduleFeed,
  }))
    writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(jsonSchema(schema), null, 2)}\n`);
}

/** As a reader should hold it: a field that we add later breaks nobody. */
function jsonSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
}
