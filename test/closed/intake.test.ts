import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { competitionOf, scoreOf } from '../db/ingest/odcloud/sample-rows.ts';
import { closedLines, type ClosedLine } from './closed-lines.ts';
import { intakeOf } from './intake-of.ts';
import { ids, instant } from './notices.ts';

const justBefore = new Date(instant.getTime() - 1);

test.each(['jsonl', 'json'] as const)(
  'nothing that comes of %s files a millisecond before the instant tells whether closed rows are in them, or which',
  { timeout: 120_000 },
  async (form) => {
    const without = await intakeOf([], justBefore, form);
    await fc.assert(
      fc.asyncProperty(closedLines, async (closed) => {
        expect(await intakeOf(closed, justBefore, form)).toEqual(without);
      }),
      { numRuns: 40 },
    );
  },
);

const competition = 'getAPTLttotPblancCmpet';

function rows(operation: string, where: number, ...some: object[]): ClosedLine[] {
  return some.map((row) => ({ operation, line: JSON.stringify(row), where, apart: false }));
}

test('at the instant the same files bring the rows in: the comparison sees what comes of them', async () => {
  const closed = rows(competition, 0.5, competitionOf(ids.due, '9182736', '55667788.00'));
  const [before, after] = [await intakeOf(closed, justBefore), await intakeOf(closed, instant)];
  expect(JSON.stringify(before)).not.toContain('55667788');
  expect(after.catalog['competition']).toHaveLength(before.catalog['competition']!.length + 1);
  expect(after.site.files['/client/data/competition.json']).toContain('55667788.00');
  expect(after.bytes).not.toBe(before.bytes);
});

test('a thousand closed rows between a broken row and the good one of the same thing change nothing', async () => {
  const again = { ...competitionOf(ids.published), MODEL_NO: '02', CMPET_RATE: '3.00' };
  const many = Array.from({ length: 1_000 }, (_, i) => competitionOf(ids.due, String(i)));
  const without = await intakeOf(rows(competition, 1, again), justBefore);
  const among = await intakeOf([...rows(competition, 1, ...many), ...rows(competition, 1, again)], justBefore);
  expect(among).toEqual(without);
});

test('a closed row of more than a megabyte leaves nothing', async () => {
  const long = { ...competitionOf(ids.due), RESIDE_SENM: '가'.repeat(1 << 20) };
  expect(await intakeOf(rows(competition, 0.5, long), justBefore)).toEqual(await intakeOf([], justBefore));
});

/** Two closed rows that differ in what stands in them alone. */
const secrets = (id: string) => [competitionOf(id, '9182736', '55667788.00'), competitionOf(id, '7', '(△43)')] as const;

test.each([
  ['names its notice first', (row: object) => row],
  ['names its notice last', ({ HOUSE_MANAGE_NO, ...row }: Record<string, unknown>) => ({ ...row, HOUSE_MANAGE_NO })],
])(
  'of a published row and a closed one that lost the line end between them nothing is kept: it %s',
  async (_, order) => {
    const [one, other] = secrets(ids.due)
      .map(order)
      .map((row) => {
        const line = JSON.stringify({ ...competitionOf(ids.published), MODEL_NO: '03' }) + JSON.stringify(row);
        return [0, 30].map((cut) => ({
          operation: competition,
          line: line.slice(0, line.length - cut),
          where: 0.5,
          apart: false,
        }));
      });
    expect(await intakeOf(one!, justBefore)).toEqual(await intakeOf(other!, justBefore));
  },
);

test.each([
  ['competition', competition, [scoreOf(ids.scoresDue, '68'), scoreOf(ids.scoresDue, '9')]],
  ['notices', 'getAPTLttotPblancDetail', secrets(ids.due)],
  ['house types', 'getAPTLttotPblancMdl', secrets(ids.due)],
])('a closed row that strayed into the file of %s is nowhere with its values', async (_, operation, [one, other]) => {
  const broken = (row: object) => rows(operation, 0.5, { ...row, HOUSE_TY: '' });
  expect(await intakeOf(broken(one), justBefore)).toEqual(await intakeOf(broken(other), justBefore));
});
