import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../../db/catalog/open.ts';
import { allSnapshots, forgetSnapshots, recordSnapshot } from '../../../db/catalog/snapshots.ts';
import { dayAfter, koreanDay } from '../../../db/clock.ts';
import { sentenceOf } from '../../../db/command-line.ts';
import { currentId, minuteOf } from '../releases.ts';
import { digestOf } from '../seal-file.ts';
import { snapshotFile, snapshotsFolder } from './folder.ts';
import { keptDays } from './kept-days.ts';
import { zipData } from './zip-data.ts';

type Keeping = { releases: string; db: Facts; asOf: Date; say: (line: string) => void };

/**
 * Archives what readers could last load on the day before `asOf`, once: the current release has it until the first build of
 * a day is shown. Then days that are too old leave. Readers come first, so what fails here is said, and the build goes on.
 */
export function keepSnapshot(keeping: Keeping) {
  try {
    keepYesterday(keeping);
  } catch (error) {
    keeping.say(`The open data of yesterday are not archived: ${sentenceOf(error)}`);
  }
}

function keepYesterday({ releases, db, asOf }: Keeping) {
  const day = dayAfter(koreanDay(asOf), -1);
  const id = currentId(releases);
  if (!id || allSnapshots(db).some((snapshot) => snapshot.day === day)) return;
  // What a release of today replaced is not known any more.
  if (minuteOf(id).slice(0, 10) > day) return;
  const archive = zipData(join(releases, id), day);
  if (!archive) return;
  const folder = snapshotsFolder(releases);
  mkdirSync(folder, { recursive: true });
  writeDurably(folder, snapshotFile(folder, day), archive);
  recordSnapshot(db, { day, sha256: digestOf(Buffer.from(archive)), bytes: archive.length });
  removeOld(db, folder);
}

/** The row leaves before the file: a row without its file would be said to be damaged. */
function removeOld(db: Facts, folder: string) {
  const recorded = allSnapshots(db).map(({ day }) => day);
  const files = readdirSync(folder).flatMap((name) => /^(\d{4}-\d\d-\d\d)\.zip$/.exec(name)?.[1] ?? []);
  const kept = keptDays([...recorded, ...files]);
  const isOld = (day: string) => !kept.has(day);
  forgetSnapshots(db, recorded.filter(isOld));
  for (const day of files.filter(isOld)) rmSync(snapshotFile(folder, day));
}

/** The file is there whole or not at all, also after a power cut. */
function writeDurably(folder: string, file: string, content: Uint8Array) {
  const unfinished = `${file}.unfinished`;
  const descriptor = openSync(unfinished, 'w');
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, file);
  const names = openSync(folder, 'r');
  fsyncSync(names);
  closeSync(names);
}
