import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { ingestRuns, ingestSteps, resultAsks } from '../../../../db/catalog/schema.ts';
import type { Asked } from '../../../stand-ins/odcloud/asked.ts';
import { httpError } from '../../../stand-ins/odcloud/faults.ts';
import { commandRun } from './command-run.ts';
import { factsIn } from './dump.ts';
import { freshDataDir, inCatalog, odcloudWith, oneRun } from './one-run.ts';
import { aptNotice, aptType, competitionOf, smallTables } from './sample-rows.ts';

/** The small tables, with three pages of house types and two of results. */
function tablesOfSeveralPages() {
  const tables = smallTables();
  const old = { announcedOn: '2026-09-01', closesOn: '2026-09-10', winnersOn: '2026-09-17' };
  const ids = Array.from({ length: 300 }, (_, i) => String(2_025_000_001 + i));
  tables['getAPTLttotPblancDetail']!.push(...ids.slice(0, 5).map((id) => aptNotice(id, old)));
  tables['getAPTLttotPblancMdl']!.push(
    ...ids.flatMap((id) => Array.from({ length: 8 }, (_, i) => aptType(id, `1${i}`))),
  );
  tables['getAPTLttotPblancCmpet']!.push(
    ...ids.flatMap((id) => Array.from({ length: 4 }, (_, i) => ({ ...competitionOf(id), MODEL_NO: `1${i}` }))),
  );
  return tables;
}

/** Steps and asks of a catalog whose run was cut, as a request would name them: `operation`, or `operation number`. */
function doneIn(dataDir: string) {
  return inCatalog(dataDir, (db) => {
    const last = Math.max(
      ...db
        .select()
        .from(ingestRuns)
        .all()
        .map(({ id }) => id),
    );
    const steps = db.select().from(ingestSteps).where(eq(ingestSteps.runId, last)).all();
    const asks = db.select().from(resultAsks).all();
    return new Set([...steps.map(({ step }) => step), ...asks.map((ask) => `${ask.operation} ${ask.noticeId}`)]);
  });
}

const stepsOf = ({ operation, noticeId }: Asked) => [operation, `${operation} ${noticeId}`];

describe.each([
  ['regular', [], [2, 7, 11, 3]],
  ['full', ['--full'], [3, 6, 5, 2]],
])('a %s run', (_, words, moments) => {
  test('that is killed again and again loses no row and repeats no step that was done', async () => {
    const dataDir = freshDataDir();
    const odcloud = await odcloudWith(tablesOfSeveralPages());
    let done = new Set<string>();
    for (const [i, calls] of moments.entries()) {
      const run = commandRun(dataDir, odcloud, words);
      const begun = odcloud.asked.length;
      odcloud.onRequest = () => {
        // Some die with the answer on its way, some while they write it down.
        if (odcloud.asked.length - begun === calls) setTimeout(run.kill, i * 7);
      };
      const { code } = await run.ended;
      expect(code).toBeNull();
      for (const asked of odcloud.asked.slice(begun))
        for (const step of stepsOf(asked)) expect(done).not.toContain(step);
      done = doneIn(dataDir);
    }
    expect(done.size).toBeGreaterThan(3);
    odcloud.onRequest = () => {};
    const begun = odcloud.asked.length;
    const { code } = await commandRun(dataDir, odcloud, words).ended;

    expect(code).toBe(0);
    for (const asked of odcloud.asked.slice(begun)) for (const step of stepsOf(asked)) expect(done).not.toContain(step);
    const undisturbed = freshDataDir();
    await oneRun(undisturbed, odcloud, { full: words.length > 0 });
    expect(factsIn(dataDir)).toEqual(factsIn(undisturbed));
  }, 120_000);
});

test('a run that failed is continued by the next one of the same day', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  odcloud.fail(httpError(404), { operation: 'getRemndrLttotPblancMdl' });
  await oneRun(dataDir, odcloud, { full: true });
  odcloud.asked.length = 0;
  const { failed } = await oneRun(dataDir, odcloud, { full: true });

  expect(failed).toBeUndefined();
  expect(odcloud.asked.map(({ operation }) => operation)).toEqual([
    'getRemndrLttotPblancMdl',
    'getRemndrLttotPblancCmpet',
    'getCancResplLttotPblancCmpet',
  ]);
});

test.each([
  ['that was done', { full: false }, undefined],
  ['of the day before', { full: false, at: '2026-11-21T23:59:59+09:00' }, 404],
  ['of another extent', { full: true }, 404],
])('a run %s is not continued', async (_, options, fault) => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  if (fault) odcloud.fail(httpError(fault), { operation: 'getOPTLttotPblancDetail' });
  await oneRun(dataDir, odcloud, options);
  odcloud.asked.length = 0;
  await oneRun(dataDir, odcloud);

  const asked = odcloud.asked.map(({ operation }) => operation);
  expect(asked).toContain('getAPTLttotPblancDetail');
  expect(asked).toContain('getAPTLttotPblancMdl');
});

test('a run that failed and was overtaken by one that was done is not continued', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  odcloud.fail(httpError(404), { operation: 'getOPTLttotPblancDetail' });
  for (const _ of [1, 2, 3]) {
    odcloud.asked.length = 0;
    await oneRun(dataDir, odcloud);
  }
  expect(odcloud.asked.map(({ operation }) => operation)).toContain('getAPTLttotPblancDetail');
});

test('house types that are asked for notice by notice go on with the next notice', async () => {
  const dataDir = freshDataDir();
  const days = { announcedOn: '2026-11-13', closesOn: '2026-11-25', winnersOn: '2026-12-02' };
  const ids = ['2026000001', '2026000002', '2026000003'];
  const others = Array.from({ length: 6_000 }, (_, i) => aptType(String(2_020_000_001 + i)));
  const odcloud = await odcloudWith({
    getAPTLttotPblancDetail: ids.map((id) => aptNotice(id, days)),
    getAPTLttotPblancMdl: [...others, ...ids.map((id) => aptType(id))],
  });
  odcloud.onRequest = ({ noticeId }) => {
    if (noticeId === '2026000002' && odcloud.asked.length === 4) odcloud.fail(httpError(400));
  };
  await oneRun(dataDir, odcloud);
  odcloud.asked.length = 0;
  await oneRun(dataDir, odcloud);

  expect(odcloud.asked.map(({ noticeId }) => noticeId)).toEqual(['2026000002', '2026000003']);
  expect(factsIn(dataDir)['house_types']).toHaveLength(3);
});
