import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleRows } from '../../../content/example/rows.ts';
import { openCatalog } from '../../../db/catalog/open.ts';
import { dayAfter, fixedClock, koreanInstant } from '../../../db/clock.ts';
import { eventsFeed, scheduleFeed, type FeedEvent, type Scheduled } from '../../../db/feeds.ts';
import { ingest } from '../../../db/ingest/ingest.ts';
import { operations } from '../../../db/ingest/operations.ts';
import { writeFeeds } from '../../../site/release/feeds/write-feeds.ts';
import { realRows } from '../../real-rows.ts';

type Row = Record<string, unknown> & { HOUSE_MANAGE_NO: string };
type Rows = { operation: string; row: Row }[];

/** What the site publishes from an instant on: the files of its feeds, by path. */
export type Stage = { at: Date; files: Map<string, string>; events: FeedEvent[]; schedule: Scheduled[] };

/** Rows to replay: a day on which much happens, and what a source has on a day. */
export type Material = { day: string; what: string; on: (day: string) => Rows };

/** The real rows around a day of 2020 on which 7 notices were announced, 4 opened, 12 closed and 7 had their winners; null without them. */
export function realMaterial(): Material | null {
  const folder = realRows('odcloud');
  if (!folder) return null;
  const read = (operation: string) =>
    readFileSync(join(folder, `${operation}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
  const [notices, results] = [read('getAPTLttotPblancDetail'), read('getAPTLttotPblancCmpet')];
  return {
    day: '2020-05-08',
    what: 'real notices of spring 2020',
    on(day) {
      const known = notices.filter(({ RCRIT_PBLANC_DE: on }) => String(on) <= day && String(on) > dayAfter(day, -100));
      const ids = new Set(known.map((row) => row.HOUSE_MANAGE_NO));
      return [
        ...known.map((row) => ({ operation: 'getAPTLttotPblancDetail', row })),
        ...results
          .filter((row) => ids.has(row.HOUSE_MANAGE_NO))
          .map((row) => ({ operation: 'getAPTLttotPblancCmpet', row })),
      ];
    },
  };
}

export function exampleMaterial(): Material {
  return { day: '2026-11-24', what: 'invented notices', on: (day) => exampleRows(day) as Rows };
}

/**
 * The site of a day and the mornings before and after it, by way of its own catalog: new notices at 9:40; a receipt that closes that day
 * is put off by a day, and at 13:32 put back; a telephone number changes; results come at 19:31.
 */
export async function stagesOf({ day, on }: Material): Promise<Stage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-replay-'));
  const catalog = openCatalog(folder, 'a replay');
  const [before, after] = [dayAfter(day, -1), dayAfter(day)];
  const today = on(day);
  const putOff = firstClosingOn(today, day);
  const later = (rows: Rows) => changed(rows, putOff, (row) => endingLater(row, day, after));
  const called = (rows: Rows) => changed(rows, putOff, (row) => ({ ...row, MDHS_TELNO: '0212345678' }));
  const steps = [
    { at: koreanInstant(before, '12:00'), rows: on(before) },
    { at: koreanInstant(day, '09:40'), rows: later(today) },
    { at: koreanInstant(day, '13:32'), rows: called(today) },
    { at: koreanInstant(day, '19:31'), rows: called(today) },
    { at: koreanInstant(after, '09:41'), rows: called(on(after)) },
  ];
  try {
    const stages: Stage[] = [];
    for (const { at, rows } of steps) {
      await ingest(catalog.db, fixedClock(at), sourceOf(rows));
      writeFeeds(catalog.db, join(folder, String(at.getTime())), at);
      stages.push({ at, ...filesIn(join(folder, String(at.getTime()))) });
    }
    return stages;
  } finally {
    catalog.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sourceOf(rows: Rows) {
  const ofOperation = Map.groupBy(rows, ({ operation }) => operation);
  return {
    name: 'files' as const,
    full: false,
    async feed(intake: Parameters<Parameters<typeof ingest>[2]['feed']>[0]) {
      for (const operation of operations) {
        const some = ofOperation.get(operation.name) ?? [];
        intake.take(
          operation,
          some.map(({ row }, i) => ({ place: `row ${i + 1}`, row })),
        );
      }
      return [];
    },
  };
}

const isReceipt = (field: string) => /^(?!CNTRCT).*ENDDE$/.test(field);

/** An apartment whose receipt ends on a day. */
function firstClosingOn(rows: Rows, day: string) {
  const closing = rows.find(({ operation, row }) => {
    const ends = Object.keys(row)
      .filter(isReceipt)
      .map((field) => row[field] as string | null)
      .filter((on) => on !== null);
    return operation === 'getAPTLttotPblancDetail' && ends.toSorted().at(-1) === day;
  });
  if (!closing) throw new Error(`No receipt ends on ${day}: choose another day.`);
  return closing.row.HOUSE_MANAGE_NO;
}

function endingLater(row: Row, day: string, after: string): Row {
  const moved = Object.keys(row).filter((field) => isReceipt(field) && row[field] === day);
  return { ...row, ...Object.fromEntries(moved.map((field) => [field, after])) };
}

function changed(rows: Rows, id: string, change: (row: Row) => Row): Rows {
  return rows.map(({ operation, row }) => ({
    operation,
    row: operation === 'getAPTLttotPblancDetail' && row.HOUSE_MANAGE_NO === id ? change(row) : row,
  }));
}

function filesIn(folder: string) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Map<string, string>(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [`/feeds${path.slice(folder.length)}`, readFileSync(path, 'utf8')] as const;
    }),
  );
  const { events } = eventsFeed.parse(JSON.parse(files.get('/feeds/events.json')!));
  const { entries } = scheduleFeed.parse(JSON.parse(files.get('/feeds/schedule.json')!));
  for (const { noticeId } of [...events, ...entries])
    for (const room of ['notices', 'results']) files.set(`/${room}/${noticeId}/`, 'a page');
  return { files, events, schedule: entries };
}
