import { koreanStamp } from '../../db/clock.ts';
import { competitionOf, plainCompetitionOf, scoreOf, specialOf } from '../db/ingest/odcloud/sample-rows.ts';
import type { ClosedLine } from './closed-lines.ts';
import { ids, instant } from './notices.ts';
import { secretsOf } from './secrets-of.ts';

/** What is closed on a machine: lines in the files that it takes in, and packages that are sealed. All else is the same. */
export type World = {
  closed: ClosedLine[];
  packages: Package[];
  /** Every value that must not be found before the instant, by where it stands. */
  secrets: { inFiles: string[]; forTheInstant: string[]; forLater: string[] };
};

type Package = { at: string; rows: Record<string, object[]> };

const [competition, special, score, remainder] = [
  'getAPTLttotPblancCmpet',
  'getAPTSpsplyReqstStus',
  'getAptLttotPblancScore',
  'getRemndrLttotPblancCmpet',
] as const;
const later = '2026-11-25T09:00:00+09:00';

/** Nothing is closed at all. */
export const nothing: World = { closed: [], packages: [], secrets: { inFiles: [], forTheInstant: [], forLater: [] } };

/** Results of two notices are sealed for the instant and scores for the next morning; the files have some that are closed. */
export function few(): World {
  const [inFiles, forTheInstant, forLater] = [secretsOf('73911'), secretsOf('73912'), secretsOf('73913')];
  const lines = [
    ...linesOf(competition, [competitionWith(ids.due, inFiles), competitionWith(ids.later, inFiles)]),
    ...linesOf(score, [{ ...scoreOf(ids.scoresDue, inFiles.score()), RESIDE_SENM: inFiles.name() }]),
    ...linesOf(special, [{ ...specialOf(ids.heldByOrder, inFiles.count()), SUBSCRPT_RESULT_NM: inFiles.name() }]),
  ];
  const cut = { ...lines[0]!, line: lines[0]!.line.slice(0, -2) };
  return {
    closed: [...lines, cut],
    packages: [
      {
        at: koreanStamp(instant),
        rows: {
          [competition]: [competitionWith(ids.due, forTheInstant), competitionWith(ids.dueToo, forTheInstant)],
          [special]: [specialOf(ids.due, forTheInstant.count())],
          [remainder]: [plainCompetitionOf(ids.remainderDue, String(forTheInstant.count()), forTheInstant.rate())],
        },
      },
      { at: later, rows: { [score]: [scoreOf(ids.scoresDue, forLater.score())] } },
    ],
    secrets: { inFiles: inFiles.values, forTheInstant: forTheInstant.values, forLater: forLater.values },
  };
}

/** Other results, many more, longer ones, in another order and of other notices; the same number of packages. */
export function many(): World {
  const [inFiles, forTheInstant, forLater] = [secretsOf('84021', 60), secretsOf('84022', 20), secretsOf('84023')];
  const models = Array.from({ length: 40 }, (_, i) => String(i + 10));
  const rows = (id: string, secrets: typeof inFiles) =>
    models.map((MODEL_NO) => ({ ...competitionWith(id, secrets), MODEL_NO }));
  const inOrder = [
    ...linesOf(competition, rows(ids.dueToo, inFiles)),
    ...linesOf(competition, rows(ids.unknown, inFiles)),
  ];
  const broken = linesOf(competition, [
    { ...competitionWith(ids.due, inFiles), CMPET_RATE: inFiles.name() },
    [inFiles.name()],
  ]);
  return {
    closed: [...inOrder.toReversed(), ...broken],
    packages: [
      {
        at: koreanStamp(instant),
        rows: {
          [special]: [{ ...specialOf(ids.dueToo, forTheInstant.count()), SUBSCRPT_RESULT_NM: forTheInstant.name() }],
          [competition]: rows(ids.dueToo, forTheInstant),
        },
      },
      {
        at: later,
        rows: { [score]: models.map((MODEL_NO) => ({ ...scoreOf(ids.scoresDue, forLater.score()), MODEL_NO })) },
      },
    ],
    secrets: { inFiles: inFiles.values, forTheInstant: forTheInstant.values, forLater: forLater.values },
  };
}

function competitionWith(id: string, secrets: ReturnType<typeof secretsOf>) {
  return { ...competitionOf(id, String(secrets.count()), secrets.rate()), RESIDE_SENM: secrets.name() };
}

function linesOf(operation: string, rows: object[]): ClosedLine[] {
  return rows.map((row, i) => ({ operation, line: JSON.stringify(row), where: (i * 0.37) % 1, apart: false }));
}
