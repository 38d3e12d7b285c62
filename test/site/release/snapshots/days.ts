import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { onTestFinished } from 'vitest';
import type { Facts } from '../../../../db/catalog/open.ts';
import { allSnapshots } from '../../../../db/catalog/snapshots.ts';
import { koreanInstant } from '../../../../db/clock.ts';
import { flip } from '../../../../site/release/flip.ts';
import { writeOpenData } from '../../../../site/release/open-data.ts';
import { unfinished } from '../../../../site/release/releases.ts';
import { seal } from '../../../../site/release/seal.ts';
import { keepSnapshot } from '../../../../site/release/snapshots/keep-snapshot.ts';
import { placeSnapshots } from '../../../../site/release/snapshots/place-snapshots.ts';
import { shownSnapshots } from '../../../../site/release/snapshots/shown-snapshots.ts';
import { freshFolder } from '../../../fresh.ts';
import { smallCatalog } from '../../small-catalog.ts';

/** A machine whose releases have nothing but the open data: what a build does to the archive, day by day. */
export async function aMachine() {
  const dataDir = freshFolder();
  const catalog = await smallCatalog(join(dataDir, 'db'));
  onTestFinished(() => catalog.close());
  const { db } = catalog;
  const releases = join(dataDir, 'releases');
  const folder = join(dataDir, 'snapshots');
  const said: string[] = [];
  const say = (line: string) => void said.push(line);

  return {
    db,
    folder,
    said,
    days: () => allSnapshots(db).map(({ day }) => day),
    files: () => (existsSync(folder) ? readdirSync(folder).sort() : []),
    keep: (day: string, time = '00:00') => keepSnapshot({ releases, db, asOf: koreanInstant(day, time), say }),
    shown: (day: string) => shownSnapshots(db, folder, koreanInstant(day, '10:00'), say).map((each) => each.day),
    show: (day: string, time = '09:00') => showRelease(releases, db, koreanInstant(day, time)),
    place(day: string, closed = false) {
      const client = freshFolder();
      placeSnapshots(shownSnapshots(db, folder, koreanInstant(day, '10:00'), say), folder, client, closed);
      return join(client, 'data/snapshots');
    },
    /** The files of an archive by name. */
    opened: (day: string) =>
      Object.fromEntries(
        Object.entries(unzipSync(readFileSync(join(folder, `${day}.zip`)))).map(([name, body]) => [
          name,
          Buffer.from(body).toString(),
        ]),
      ),
  };
}

async function showRelease(releases: string, db: Facts, asOf: Date) {
  mkdirSync(releases, { recursive: true });
  const work = mkdtempSync(join(releases, unfinished));
  writeOpenData(db, join(work, 'client/data'), asOf);
  const { id } = await seal({ releases, work, asOf, instants: { instants: [], concerned: {} }, earlier: null });
  flip(releases, id);
  return join(releases, id);
}
