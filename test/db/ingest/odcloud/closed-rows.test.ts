import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { apiCalls, ingestSteps, resultAsks } from '../../../../db/catalog/schema.ts';
import type { Tables } from '../../../stand-ins/odcloud.ts';
import { brokenJson } from '../../../stand-ins/odcloud/faults.ts';
import { commandRun } from './command-run.ts';
import { factsIn, quarantineIn } from './dump.ts';
import { freshDataDir, inCatalog, odcloudWith, oneRun } from './one-run.ts';
import { aptNotice, competitionOf, plainCompetitionOf, scoreOf, smallTables, specialOf } from './sample-rows.ts';

/** Values that stand nowhere else. The notice 2026000002 takes applications until 2026-11-25, nobody knows 2026999999. */
const canaries = ['9182736', '55667788.00', '(△7766554)', '97.531', '8642097', 'CANARY', '2026999999'];

function withClosedRows(): Tables {
  const tables = smallTables();
  // The broken row of a published notice is set aside: what its place says must not count closed rows.
  tables['getAPTLttotPblancCmpet']!.push({ ...competitionOf('2026000001'), MODEL_NO: '02', CMPET_RATE: 'broken' });
  tables['getAPTLttotPblancCmpet']!.unshift(
    competitionOf('2026000002', '9182736', '55667788.00'),
    { ...competitionOf('2026000002', '12', '(△7766554)'), MODEL_NO: '02' },
    { ...competitionOf('2026000002'), MODEL_NO: '03', CMPET_RATE: 'CANARY: a rate that is none' },
    competitionOf('2026999999', '8642097'),
  );
  tables['getAptLttotPblancScore']!.unshift(scoreOf('2026000002', '97.531'));
  tables['getAPTSpsplyReqstStus']!.unshift(specialOf('2026000002', 8_642_097));
  tables['getOPTLttotPblancCmpet']!.unshift(plainCompetitionOf('2026999999', '9182736'));
  return tables;
}

function withoutClosedRows() {
  const tables = withClosedRows();
  for (const [operation, rows] of Object.entries(tables))
    if (/Cmpet$|Score$|ReqstStus$/.test(operation))
      tables[operation] = rows.filter((row) => !/2026000002|2026999999/.test(String(row['HOUSE_MANAGE_NO'])));
  return tables;
}

function expectNoCanary(...texts: string[]) {
  for (const text of texts) for (const canary of canaries) expect(text).not.toContain(canary);
}

const bytesIn = (dataDir: string) => readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'latin1'));

function everythingIn(dataDir: string) {
  const records = inCatalog(dataDir, (db) =>
    [apiCalls, ingestSteps, resultAsks].map((table) => db.select().from(table).all()),
  );
  return { facts: factsIn(dataDir), quarantine: quarantineIn(dataDir), records };
}

const withoutSeconds = (lines: string[]) => lines.map((line) => line.replace(/in [\d.]+ s/, ''));

test('a full sweep by the command leaves no trace of a closed row on disk or on the terminal', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(withClosedRows());
  const { code, output } = await commandRun(dataDir, odcloud, ['--full'], { DEBUG: '1' }).ended;

  expect(code).toBe(0);
  expect(output).toContain('quarantined getAPTLttotPblancCmpet 2026000001: CMPET_RATE is no rate');
  expectNoCanary(output, ...bytesIn(dataDir));
});

test('a sweep that fails on a closed row says nothing of it', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(withClosedRows());
  odcloud.fail(brokenJson, { operation: 'getAptLttotPblancScore', times: 5 });
  const { failed, lines } = await oneRun(dataDir, odcloud, { full: true });

  expect(failed).toMatch(/^getAptLttotPblancScore brought no rows/);
  expectNoCanary(failed!, ...lines, ...bytesIn(dataDir));
});

describe.each([
  ['full', true],
  ['regular', false],
])('in a %s run', (_, full) => {
  test('nothing differs between an API with closed rows and one without', async () => {
    const [closed, open] = [freshDataDir(), freshDataDir()];
    const odcloud = await odcloudWith(withClosedRows());
    const other = await odcloudWith(withoutClosedRows());
    const first = await oneRun(closed, odcloud, { full });
    const second = await oneRun(open, other, { full });

    expect(first.failed).toBeUndefined();
    expect(withoutSeconds(first.lines)).toEqual(withoutSeconds(second.lines));
    expect(odcloud.asked.map(({ url }) => url)).toEqual(other.asked.map(({ url }) => url));
    expect(everythingIn(closed)).toEqual(everythingIn(open));
  });
});

test('how many pages a table of results has stands in no line and no step', async () => {
  const tables = withoutClosedRows();
  const closed = Array.from({ length: 3_000 }, (_, i) => competitionOf('2026000002', String(i)));
  const odcloud = await odcloudWith({
    ...tables,
    getAPTLttotPblancCmpet: [...tables['getAPTLttotPblancCmpet']!, ...closed],
  });
  const other = await odcloudWith(tables);
  const [many, few] = [freshDataDir(), freshDataDir()];
  const first = await oneRun(many, odcloud, { full: true });
  const second = await oneRun(few, other, { full: true });

  expect(withoutSeconds(first.lines)).toEqual(withoutSeconds(second.lines));
  const steps = (dataDir: string) => inCatalog(dataDir, (db) => db.select().from(ingestSteps).all());
  expect(steps(many)).toEqual(steps(few));
});

test('what was closed in a full run is asked for by the first regular run after its instant', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(withClosedRows());
  await oneRun(dataDir, odcloud, { full: true });
  expect(factsIn(dataDir)['competition']!.join('')).not.toContain('2026000002');
  await oneRun(dataDir, odcloud, { at: '2026-11-25T19:30:00+09:00' });

  expect(factsIn(dataDir)['competition']!.join('')).toContain('9182736');
  expect(factsIn(dataDir)['scores']!.join('')).not.toContain('97.531');
});

test('a held notice gives nothing in a full sweep', async () => {
  const dataDir = freshDataDir();
  const held = { announcedOn: '2026-10-01', closesOn: null, winnersOn: '2026-10-30' };
  const odcloud = await odcloudWith({
    getAPTLttotPblancDetail: [aptNotice('2026000003', held)],
    getAPTLttotPblancCmpet: [competitionOf('2026000003', '9182736')],
    getAptLttotPblancScore: [scoreOf('2026000003', '97.531')],
  });
  await oneRun(dataDir, odcloud, { full: true });

  expectNoCanary(...bytesIn(dataDir));
});
