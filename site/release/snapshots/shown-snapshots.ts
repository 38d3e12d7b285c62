import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Facts } from '../../../db/catalog/open.ts';
import type { Snapshot } from '../../../db/catalog/schema.ts';
import { allSnapshots } from '../../../db/catalog/snapshots.ts';
import { koreanDay } from '../../../db/clock.ts';
import type { KnownEvent } from '../feeds/event-rows.ts';
import { takenBack } from '../feeds/taken-back.ts';
import { digestOf } from '../seal-file.ts';
import { snapshotFile } from './folder.ts';

/**
 * The archived days that readers may have as of an instant: those whose file is whole, and that hold no results which have
 * been taken back since they were public. Others stay on the disk, and come back when their reason is gone.
 */
export function shownSnapshots(db: Facts, folder: string, asOf: Date, say: (line: string) => void): Snapshot[] {
  const all = allSnapshots(db);
  const taken = all.length > 0 ? takenBack(db, asOf).map(byNotice) : [];
  return all.filter((snapshot) => {
    const { day } = snapshot;
    const body = read(snapshotFile(folder, day));
    if (!body || digestOf(body) !== snapshot.sha256) {
      say(`The archive of ${day} is ${body ? 'damaged' : 'missing'} and is left out: ${snapshotFile(folder, day)}`);
      return false;
    }
    const told = taken.filter(({ since }) => since <= day);
    if (told.length === 0 || !holdsAnyOf(body, told)) return true;
    say(`The archive of ${day} is left out while results in it are held or moved.`);
    return false;
  });
}

type TakenBack = { noticeId: string; since: string; tables: string[] };

/** Of results that were taken back, by notice: since which day they were public, and in which tables they are. */
function byNotice(event: KnownEvent): TakenBack {
  return { noticeId: event.noticeId, since: koreanDay(new Date(event.at)), tables: tablesOf(event) };
}

function tablesOf({ id }: KnownEvent) {
  return id.endsWith('-score') ? ['scores.csv'] : ['competition.csv', 'special-supply.csv'];
}

function holdsAnyOf(archive: Buffer, taken: TakenBack[]) {
  const names = new Set(taken.flatMap(({ tables }) => tables));
  const files = unzipSync(archive, { filter: ({ name }) => names.has(name) });
  const texts = Object.entries(files).map(([name, body]) => ({ name, text: Buffer.from(body).toString() }));
  return taken.some(({ noticeId, tables }) =>
    texts.some(({ name, text }) => tables.includes(name) && text.includes(`\n${noticeId},`)),
  );
}

function read(file: string) {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
