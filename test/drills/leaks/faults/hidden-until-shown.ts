import type { Fault } from '../fault.ts';
import { gateOpen } from './gate-open.ts';

export const hiddenUntilShown: Fault = {
  name: 'closed rows in the catalog, which pages hide when they are rendered',
  edits: gateOpen,
  noticed: { file: 'test/db/ingest/intake.test.ts', test: 'until its instant a row of ', says: /\+ +"rate": / },
};
