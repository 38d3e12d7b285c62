import * as fc from 'fast-check';
import { competitionOf, plainCompetitionOf, scoreOf, specialOf } from '../db/ingest/odcloud/sample-rows.ts';
import { closedFor } from './notices.ts';

/** A line that must stay closed: the operation whose file it stands in, how far down from 0 to 1, or in a file of its own. */
export type ClosedLine = { operation: string; line: string; where: number; apart: boolean };

const applicants = fc.integer({ min: 0, max: 999_999_999 }).map(String);
const rate = fc.oneof(
  fc.tuple(fc.nat(99_999), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
  fc.nat(9_999).map((left) => `(△${left})`),
  fc.constant('-'),
);
const name = fc.oneof(fc.constantFrom('해당지역', '기타지역'), fc.string({ unit: 'grapheme', maxLength: 400 }));
const model = fc.nat(99).map((number) => String(number).padStart(2, '0'));

/** Rows as an authority has them before their instant. */
const goodRow: Record<string, (id: string) => fc.Arbitrary<object>> = {
  getAPTLttotPblancCmpet: (id) =>
    fc
      .record({ REQ_CNT: applicants, CMPET_RATE: rate, RESIDE_SENM: name, MODEL_NO: model })
      .map((cells) => ({ ...competitionOf(id), ...cells })),
  getAPTSpsplyReqstStus: (id) =>
    fc
      .record({ CRSPAREA_MNYCH_CNT: fc.nat(), ETC_AREA_LFE_FRST_CNT: fc.nat(), SUBSCRPT_RESULT_NM: name })
      .map((cells) => ({ ...specialOf(id), ...cells })),
  getAptLttotPblancScore: (id) =>
    fc
      .record({ LWET_SCORE: fc.nat(69).map(String), RESIDE_SENM: name, MODEL_NO: model })
      .map((cells) => ({ ...scoreOf(id), ...cells })),
  getRemndrLttotPblancCmpet: (id) =>
    fc.record({ REQ_CNT: applicants, CMPET_RATE: rate }).map((cells) => ({ ...plainCompetitionOf(id), ...cells })),
};

/** The same with a field that cannot be, which may be the number of the notice. */
function brokenRow(row: object) {
  return fc
    .tuple(fc.constantFrom(...Object.keys(row), 'NEW_FIELD'), fc.jsonValue({ maxDepth: 2 }))
    .map(([field, value]) => ({ ...row, [field]: value }));
}

/** No JSON: a row that was cut off, or two whose line end was lost. */
function brokenLine(line: string) {
  return fc.oneof(
    fc.nat(line.length - 2).map((end) => line.slice(0, end + 1)),
    fc.constant(line + line),
  );
}

function lineOf(operation: string) {
  const row = fc.constantFrom(...closedFor[operation]!).chain((id) => goodRow[operation]!(id));
  const good = row.map((cells) => JSON.stringify(cells));
  return fc.oneof(
    { weight: 4, arbitrary: good },
    { weight: 2, arbitrary: row.chain(brokenRow).map((cells) => JSON.stringify(cells)) },
    { weight: 2, arbitrary: good.chain(brokenLine) },
    { weight: 1, arbitrary: good.map((line) => `[${line}]`) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 2 }) },
  );
}

/** Closed lines of any number, length, order and notices: good rows, broken ones, and what is no row at all. */
export const closedLines: fc.Arbitrary<ClosedLine[]> = fc.array(
  fc.constantFrom(...Object.keys(closedFor)).chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      line: lineOf(operation),
      where: fc.double({ min: 0, max: 1, noNaN: true }),
      apart: fc.boolean(),
    }),
  ),
  { maxLength: 30 },
);
