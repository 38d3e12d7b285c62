import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleRows } from '../../../content/example/rows.ts';
import { koreanDay, koreanStamp } from '../../../db/clock.ts';
import { resultOperations } from '../../../db/ingest/operations.ts';
import { npmRun } from './npm-run.ts';

/** A data folder with a published release, in which the results of one notice are sealed until an instant. */
export type Site = {
  data: string;
  /** Where readers of the origin see it. */
  url: string;
  /** The notice, and another one that nothing happens to. */
  notice: string;
  other: string;
};

/**
 * Fills a data folder with the example of today and publishes it, but for the results of the last notice whose receipt is
 * over: these are sealed, and their publication is moved to the instant.
 */
export async function firstSite(room: string, url: string, now: Date, at: Date, signal: AbortSignal): Promise<Site> {
  const rows = exampleRows(koreanDay(now));
  const over = rows
    .filter(({ operation, row }) => operation === 'getAPTLttotPblancDetail' && dayIn(row) < koreanDay(now))
    .sort((a, b) => (dayIn(a.row) < dayIn(b.row) ? 1 : -1))
    .map(({ row }) => String(row['HOUSE_MANAGE_NO']));
  const [notice, other] = over as [string, string];
  const isClosed = ({ operation, row }: ExampleRow) =>
    row['HOUSE_MANAGE_NO'] === notice && closedOperations.some(({ name }) => name === operation);

  const site = { data: join(room, 'data'), url, notice, other };
  const where = { ...site, signal };
  const instant = koreanStamp(at);
  write(join(room, 'rows'), (row) => !isClosed(row), rows);
  await npmRun(where, 'ingest', '--from', join(room, 'rows'));
  await npmRun(where, 'publications', 'move', notice, '--at', instant, '--by', 'drill', '--because', 'drill');
  await npmRun(where, 'release', 'build');
  await npmRun(where, 'release', 'publish');
  writeFileSync(join(room, 'closed.json'), packageOf(rows.filter(isClosed)));
  await npmRun(where, 'vault', 'keygen');
  await npmRun(where, 'vault', 'seal', join(room, 'closed.json'), '--at', instant);
  return site;
}

/** Scores have an instant of their own. */
const closedOperations = resultOperations.filter(({ holds }) => holds !== 'score');

function packageOf(rows: ExampleRow[]) {
  const byOperation = Map.groupBy(rows, ({ operation }) => operation);
  return JSON.stringify({
    rows: Object.fromEntries([...byOperation].map(([operation, some]) => [operation, some.map(({ row }) => row)])),
  });
}

type ExampleRow = ReturnType<typeof exampleRows>[number];

function dayIn(row: ExampleRow['row']) {
  return String(row['RCEPT_ENDDE']);
}

/** A file an operation, a row a line. */
function write(folder: string, which: (row: ExampleRow) => boolean, rows: ExampleRow[]) {
  mkdirSync(folder);
  for (const [operation, some] of Map.groupBy(rows.filter(which), (each) => each.operation))
    writeFileSync(join(folder, `${operation}.jsonl`), some.map(({ row }) => JSON.stringify(row)).join('\n'));
}
