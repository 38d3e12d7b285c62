import { expect, test } from 'vitest';
import { apiCalls } from '../../../../db/catalog/schema.ts';
import { httpError } from '../../../stand-ins/odcloud/faults.ts';
import { factsIn } from './dump.ts';
import { freshDataDir, inCatalog, odcloudWith, oneRun } from './one-run.ts';
import { aptNotice, competitionOf, scoreOf, smallTables, specialOf } from './sample-rows.ts';

const callsIn = (dataDir: string) =>
  inCatalog(dataDir, (db) =>
    Object.fromEntries(
      db
        .select()
        .from(apiCalls)
        .all()
        .map(({ on, calls }) => [on, calls]),
    ),
  );

test('every call is counted by its Korean day, those that failed too', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  odcloud.fail(httpError(503), { times: 3 });
  await oneRun(dataDir, odcloud, { at: '2026-11-21T14:59:00Z' });
  const firstDay = odcloud.asked.length;
  await oneRun(dataDir, odcloud, { at: '2026-11-21T15:00:00Z' });

  expect(callsIn(dataDir)).toEqual({ '2026-11-21': firstDay, '2026-11-22': odcloud.asked.length - firstDay });
});

test('a call is counted before it goes out', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  const counted: number[] = [];
  const { default: Database } = await import('better-sqlite3');
  odcloud.onRequest = () => {
    const look = new Database(`${dataDir}/catalog.db`, { readonly: true });
    counted.push((look.prepare('SELECT calls FROM api_calls').get() as { calls: number }).calls);
    look.close();
  };
  await oneRun(dataDir, odcloud);

  expect(counted).toEqual(odcloud.asked.map((_, i) => i + 1));
});

test('a spent budget ends the run with a sentence, and no further call goes out that day', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  const settings = { ODCLOUD_DAILY_CALLS: '8' };
  const first = await oneRun(dataDir, odcloud, { settings });
  expect(first.failed).toMatch(
    /^The 8 calls of today .* are spent\. .* again tomorrow, or raise ODCLOUD_DAILY_CALLS\.$/,
  );
  expect(odcloud.asked).toHaveLength(8);
  expect(factsIn(dataDir)['notices']!.length).toBeGreaterThan(0);

  const second = await oneRun(dataDir, odcloud, { settings });
  expect(second.failed).toBe(first.failed);
  expect(odcloud.asked).toHaveLength(8);
});

test('a budget that is raised the same day goes on where the run stopped', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  await oneRun(dataDir, odcloud, { settings: { ODCLOUD_DAILY_CALLS: '8' } });
  const { failed } = await oneRun(dataDir, odcloud);

  expect(failed).toBeUndefined();
  const urls = odcloud.asked.map(({ url }) => url);
  expect(new Set(urls).size).toBe(urls.length);
});

test('a budget that never reaches for all results reaches each of them in turn, day by day', async () => {
  const dataDir = freshDataDir();
  const ids = Array.from({ length: 8 }, (_, i) => String(2_026_000_001 + i));
  const days = { announcedOn: '2026-11-02', closesOn: '2026-11-12', winnersOn: '2026-11-13' };
  const odcloud = await odcloudWith({
    getAPTLttotPblancDetail: ids.map((id) => aptNotice(id, days)),
    getAPTLttotPblancCmpet: ids.map((id) => competitionOf(id)),
    getAPTSpsplyReqstStus: ids.map((id) => specialOf(id)),
    getAptLttotPblancScore: ids.map((id) => scoreOf(id)),
  });
  // Six calls are for the notices and their house types, so six of the 24 results are within reach each day.
  const settings = { ODCLOUD_DAILY_CALLS: '12' };
  for (const day of ['21', '22', '23']) {
    const { failed } = await oneRun(dataDir, odcloud, { settings, at: `2026-11-${day}T12:00:00+09:00` });
    expect(failed).toContain('are spent');
  }
  await oneRun(dataDir, odcloud, { settings, at: '2026-11-24T12:00:00+09:00' });

  const facts = factsIn(dataDir);
  expect(facts['competition']).toHaveLength(8);
  expect(facts['scores']).toHaveLength(8);
  expect(facts['special_supply']).toHaveLength(16);
});
