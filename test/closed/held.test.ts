import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { openCatalog, type Catalog } from '../../db/catalog/open.ts';
import { recordSnapshot } from '../../db/catalog/snapshots.ts';
import { fixedClock, koreanInstant } from '../../db/clock.ts';
import { takeFiles } from '../../db/ingest/from-files.ts';
import { ingest } from '../../db/ingest/ingest.ts';
import { takeOrders } from '../../db/publications/take-orders.ts';
import { writeOpenData } from '../../site/release/open-data.ts';
import { digestOf } from '../../site/release/seal-file.ts';
import { snapshotFile } from '../../site/release/snapshots/folder.ts';
import { competitionOf, scoreOf, specialOf } from '../db/ingest/odcloud/sample-rows.ts';
import { extend, hold, move } from '../db/publications/orders.ts';
import type { ClosedLine } from './closed-lines.ts';
import { writeFiles } from './files-of.ts';
import { finderOf } from './finder-of.ts';
import { firstSight, ids, instant } from './notices.ts';
import { secretsOf } from './secrets-of.ts';
import { differing, siteOf } from './site-of.ts';

/*
 * Results that were public, and that the operator then took back: by a hold, by a move of all or of the scores alone, by a
 * receipt that goes on. Their rows stay in the catalog, the site has to be as if they had never come.
 */

const [competition, special, score] = [
  'getAPTLttotPblancCmpet',
  'getAPTSpsplyReqstStus',
  'getAptLttotPblancScore',
] as const;
const secrets = secretsOf('73915');
const wasPublic = koreanInstant('2026-11-24', '10:00');

/** Public in both worlds: the competition of the notice whose scores are moved. */
const shown = line(competition, competitionOf(ids.scoresMoved, '77', '1.54'));
const takenBack = [
  ...[ids.heldByOrder, ids.moved, ids.extended].flatMap((id) => [
    line(competition, { ...competitionOf(id, String(secrets.count()), secrets.rate()), RESIDE_SENM: secrets.name() }),
    line(special, { ...specialOf(id, secrets.count()), SUBSCRPT_RESULT_NM: secrets.name() }),
  ]),
  ...[ids.heldByOrder, ids.moved, ids.scoresMoved].map((id) => line(score, scoreOf(id, secrets.score()))),
];
const orders = [
  hold({ noticeId: ids.heldByOrder }),
  move({ noticeId: ids.moved }, '2026-11-25T09:00:00+09:00'),
  move({ noticeId: ids.scoresMoved }, '2026-11-24T19:30:01+09:00', 'score'),
  // Results come two hours after the close, as they always do.
  extend({ noticeId: ids.extended }, '2026-11-24T18:30:00+09:00'),
];

let [withRows, without] = [new Map<string, string>(), new Map<string, string>()];
/** The archive of a day on which all of it was public. */
let archive: Uint8Array;

beforeAll(async () => {
  without = await inWorld([shown], (catalog) => {
    takeOrders(catalog.db, orders);
    return siteOf(catalog, instant);
  });
  withRows = await inWorld([shown, ...takenBack], (catalog, folder) => {
    archive = archiveIn(folder, catalog);
    takeOrders(catalog.db, orders);
    return siteOf(catalog, instant, folder);
  });
}, 240_000);

/** Takes the files of a world in: the notices at their first sight, the results on a day on which they are public. */
async function inWorld<T>(lines: ClosedLine[], work: (catalog: Catalog, folder: string) => Promise<T>) {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const rows = join(folder, 'rows');
  const catalog = openCatalog(join(folder, 'data'), 'a test');
  try {
    for (const [at, some] of [
      [firstSight, []],
      [wasPublic, lines],
    ] as const) {
      writeFiles(rows, [...some]);
      await ingest(catalog.db, fixedClock(at), {
        name: 'files',
        full: true,
        feed: async (intake) => (await takeFiles(intake, rows, () => {})).failed,
      });
    }
    return await work(catalog, folder);
  } finally {
    catalog.close();
    rmSync(folder, { recursive: true });
  }
}

/** Archives the open data as they were before the orders. */
function archiveIn(folder: string, { db }: Catalog) {
  const data = join(folder, 'data-then');
  writeOpenData(db, data, wasPublic);
  const zip = zipSync(Object.fromEntries(readdirSync(data).map((name) => [name, readFileSync(join(data, name))])));
  const day = '2026-11-24';
  writeFileSync(snapshotFile(folder, day), zip);
  recordSnapshot(db, { day, sha256: digestOf(Buffer.from(zip)), bytes: zip.length });
  return zip;
}

function line(operation: string, row: object): ClosedLine {
  return { operation, line: JSON.stringify(row), where: 0.5, apart: false };
}

test('what was taken back leaves no trace, not in one byte of one file', () => {
  expect(differing(withRows, without)).toEqual([]);
});

test('no value of it is found in any file', () => {
  const find = finderOf(secrets.values);
  expect([...withRows].flatMap(([name, body]) => find(Buffer.from(body, 'latin1')).map(() => name))).toEqual([]);
});

test('all of it was there while it was public: the search sees it', () => {
  for (const value of secrets.values) expect(finderOf([value])(archive), value).not.toEqual([]);
});

test('what the orders leave public is there', () => {
  const data = JSON.parse(withRows.get('client/data/competition.json')!) as { noticeId: string }[];
  expect([...new Set(data.map(({ noticeId }) => noticeId))]).toEqual([
    ids.published,
    ids.scoresDue,
    ids.publishedToo,
    ids.scoresMoved,
    ids.remainderPublished,
  ]);
});

test('the orders themselves are told', () => {
  const page = (path: string) => Buffer.from(withRows.get(`client${path}index.html`)!, 'latin1').toString();
  expect(page(`/results/${ids.heldByOrder}/`)).toContain('운영자가 발표를 보류했습니다');
  expect(page(`/notices/${ids.moved}/`)).toContain('이후로 늦췄습니다');
});
