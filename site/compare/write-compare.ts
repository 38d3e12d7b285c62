import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticeIds } from '../../db/catalog/notice.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { houseTypes, notices } from '../../db/catalog/schema.ts';
import { asc, between } from '../../db/drizzle.ts';
import { fileOf } from '../scripts/compare/compare-file.ts';
import { comparedOf } from './compared-of.ts';

/**
 * Writes what the browser compares notices by, up to a hundred in a file, which are in memory one file at a time. It follows from
 * notices and house types alone, not from the time and from no result.
 */
export function writeCompare(db: Facts, folder: string) {
  mkdirSync(folder, { recursive: true });
  for (const [file, ids] of Map.groupBy(noticeIds(db), fileOf))
    writeFileSync(join(folder, file), linesOf(db, ids[0]!, ids.at(-1)!));
}

/** A notice a line, so that a release which differs in one differs little. */
function linesOf(db: Facts, first: string, last: string) {
  const ofNotice = Map.groupBy(
    db
      .select()
      .from(houseTypes)
      .where(between(houseTypes.noticeId, first, last))
      .orderBy(asc(houseTypes.modelNo))
      .all(),
    ({ noticeId }) => noticeId,
  );
  const lines = db
    .select()
    .from(notices)
    .where(between(notices.id, first, last))
    .orderBy(asc(notices.id))
    .all()
    .map((notice) => `"${notice.id}":${JSON.stringify(comparedOf(notice, ofNotice.get(notice.id) ?? []))}`);
  return `{"format":1,"notices":{\n${lines.join(',\n')}\n}}\n`;
}
