import { constants, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../db/catalog/open.ts';
import { readSettings } from '../../db/settings.ts';
import { landOf } from './land.ts';
import { mapNotices } from './map-notices.ts';
import { isWebAddress, tilesFile } from './tiles-setting.ts';

/** Writes what the moving map reads: `notices.json`, and its ground, an operator's tiles or our own `land.json`. */
export function writeMap(db: Facts, folder: string, asOf: Date) {
  const { MAP_TILES: tiles } = readSettings();
  mkdirSync(folder, { recursive: true });
  const { places, notices } = mapNotices(db, asOf);
  // A notice a line, so that a release which differs in one differs little.
  const lines = notices.map((notice) => JSON.stringify(notice)).join(',\n');
  writeFileSync(join(folder, 'notices.json'), `{"places":${JSON.stringify(places)},\n"notices":[\n${lines}\n]}\n`);
  if (!tiles) writeFileSync(join(folder, 'land.json'), JSON.stringify(landOf()));
  // A copy, for an operator who replaces the file must not change a release that stands.
  else if (!isWebAddress(tiles)) copyFileSync(tiles, join(folder, tilesFile), constants.COPYFILE_FICLONE);
}
