import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCatalog, type Facts } from '../../../../db/catalog/open.ts';
import { fixedClock, parseInstant, type Clock } from '../../../../db/clock.ts';
import { ingest } from '../../../../db/ingest/ingest.ts';
import { usualPace, type Pace } from '../../../../db/ingest/odcloud/pace.ts';
import { odcloudSource } from '../../../../db/ingest/odcloud/source.ts';
import { reportLines } from '../../../../db/ingest/report.ts';
import { readSettings } from '../../../../db/settings.ts';
import { serviceKey, startOdcloud, type Odcloud, type Tables } from '../../../stand-ins/odcloud.ts';

export const today = '2026-11-22T12:00:00+09:00';

/** An empty place for a catalog, gone after the test. */
export function freshDataDir() {
  const dataDir = mkdtempSync(join(tmpdir(), 'odcloud-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/** An open API with these rows, closed after the test. */
export async function odcloudWith(tables: Tables) {
  const odcloud = await startOdcloud(tables);
  onTestFinished(() => odcloud.close());
  return odcloud;
}

type Options = {
  at?: string;
  clock?: Clock;
  full?: boolean;
  settings?: Record<string, string>;
  pace?: Partial<Pace>;
};

type Outcome = {
  /** The sentence that the operator got, or undefined for a run that was done. */
  failed: string | undefined;
  /** All that the operator saw on the way and at the end. */
  lines: string[];
  /** Pauses between tries, in milliseconds. */
  pauses: number[];
};

/** Runs the client once, as `npm run ingest` does, without its pauses. */
export async function oneRun(dataDir: string, odcloud: Odcloud, options: Options = {}): Promise<Outcome> {
  const { at = today, clock = fixedClock(parseInstant(at)), full = false, settings = {}, pace = {} } = options;
  const lines: string[] = [];
  const pauses: number[] = [];
  const sleep = async (milliseconds: number) => void pauses.push(milliseconds);
  const environment = { ODCLOUD_BASE_URL: odcloud.url, ODCLOUD_SERVICE_KEY: serviceKey, ...settings };
  const catalog = openCatalog(dataDir, 'a test');
  try {
    const quick = { ...usualPace, gap: 0, sleep, ...pace };
    const source = odcloudSource(readSettings(environment), clock, full, (line) => lines.push(line), quick);
    lines.push(...reportLines(await ingest(catalog.db, clock, source)));
    return { failed: undefined, lines, pauses };
  } catch (error) {
    return { failed: (error as Error).message, lines, pauses };
  } finally {
    catalog.close();
  }
}

/** Looks into a catalog. */
export function inCatalog<T>(dataDir: string, look: (db: Facts) => T) {
  const catalog = openCatalog(dataDir, 'a test');
  try {
    return look(catalog.db);
  } finally {
    catalog.close();
  }
}
