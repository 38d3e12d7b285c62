import { koreanInstant } from '../../db/clock.ts';
import {
  aptNotice,
  aptType,
  competitionOf,
  plainCompetitionOf,
  scoreOf,
  specialOf,
} from '../db/ingest/odcloud/sample-rows.ts';

/*
 * What everybody may know in the worlds of these tests: a few notices, their house types, and results that are published. A
 * Tuesday in November 2026; the results of three notices become public at half past seven in the evening.
 */

/** The instant that the tests are about, and two days earlier, when the notices are seen first. */
export const instant = koreanInstant('2026-11-24', '19:30');
export const firstSight = koreanInstant('2026-11-22', '09:00');

/** So many seconds before the instant, in RFC 3339. */
export function before(seconds: number) {
  return new Date(instant.getTime() - seconds * 1000).toISOString();
}

/** Numbers of the notices, by what is particular about them. */
export const ids = {
  published: '2026000001',
  due: '2026000002',
  dueToo: '2026000003',
  later: '2026000004',
  /** Its competition is public, its scores are not. */
  scoresDue: '2026000005',
  /** Nobody knows the last day of its receipt. */
  withoutEnd: '2026000006',
  heldByOrder: '2026000007',
  publishedToo: '2026000008',
  /** Public by their days alone, for an operator to take back. */
  moved: '2026000009',
  scoresMoved: '2026000010',
  extended: '2026000011',
  remainderDue: '2026910001',
  remainderPublished: '2026910002',
  unknown: '2026999999',
};

/** Notices of which no row of an operation may be known before the instant. Of another kind, a row would be a stray one. */
export const closedFor: Record<string, string[]> = {
  getAPTLttotPblancCmpet: [ids.due, ids.dueToo, ids.later, ids.withoutEnd, ids.heldByOrder, ids.unknown],
  getAPTSpsplyReqstStus: [ids.due, ids.dueToo, ids.later, ids.withoutEnd, ids.heldByOrder, ids.unknown],
  getAptLttotPblancScore: [ids.due, ids.later, ids.scoresDue, ids.withoutEnd, ids.heldByOrder, ids.unknown],
  getRemndrLttotPblancCmpet: [ids.remainderDue, ids.unknown],
};

export const heldByOrder = {
  action: 'hold',
  noticeId: ids.heldByOrder,
  by: '당직',
  because: '확인할 것이 있음',
  orderedAt: '2026-11-22T08:00:00+09:00',
} as const;

/** Files of rows: the lines of each by the name of its operation. */
export type Lines = Record<string, string[]>;

/** The public rows, a row a line. Some are broken, so that there is a quarantine. */
export function publicLines(): Lines {
  const rows = {
    getAPTLttotPblancDetail: aptNotices(),
    getRemndrLttotPblancDetail: [ids.remainderDue, ids.remainderPublished].map((id) => remainderNotice(id)),
    getAPTLttotPblancMdl: aptNotices().map(({ HOUSE_MANAGE_NO }) => aptType(String(HOUSE_MANAGE_NO))),
    getRemndrLttotPblancMdl: [aptType(ids.remainderDue), aptType(ids.remainderPublished)],
    getAPTLttotPblancCmpet: [
      competitionOf(ids.published),
      competitionOf(ids.publishedToo, '41', '1.50'),
      competitionOf(ids.scoresDue, '12', '(△38)'),
      // Says something else than the first, and comes to the quarantine.
      competitionOf(ids.published, '731'),
      { ...competitionOf(ids.published), MODEL_NO: '02', CMPET_RATE: 'many' },
      { ...competitionOf(ids.scoresDue), MODEL_NO: '02' },
    ],
    getAPTSpsplyReqstStus: [specialOf(ids.published), { ...specialOf(ids.scoresDue), HOUSE_TY: '' }],
    getAptLttotPblancScore: [scoreOf(ids.published), { ...scoreOf(ids.published), RESIDE_SECD: '09' }],
    getRemndrLttotPblancCmpet: [plainCompetitionOf(ids.remainderPublished)],
  };
  const lines: Lines = Object.fromEntries(
    Object.entries(rows).map(([name, some]) => [name, some.map((row) => JSON.stringify(row))]),
  );
  lines['getAPTLttotPblancCmpet']!.push(`{"HOUSE_MANAGE_NO":"${ids.published}","MODEL_NO":`);
  return lines;
}

function aptNotices() {
  const closingOn = (closesOn: string | null, winnersOn: string) => ({
    announcedOn: '2026-11-04',
    closesOn,
    winnersOn,
  });
  return [
    aptNotice(ids.published, closingOn('2026-11-11', '2026-11-18')),
    aptNotice(ids.due, closingOn('2026-11-24', '2026-12-01')),
    aptNotice(ids.dueToo, closingOn('2026-11-24', '2026-12-02')),
    aptNotice(ids.later, closingOn('2026-11-26', '2026-12-03')),
    aptNotice(ids.scoresDue, closingOn('2026-11-17', '2026-11-25')),
    aptNotice(ids.withoutEnd, closingOn(null, '2026-11-20')),
    aptNotice(ids.heldByOrder, closingOn('2026-11-12', '2026-11-19')),
    aptNotice(ids.publishedToo, closingOn('2026-11-10', '2026-11-17')),
    aptNotice(ids.moved, closingOn('2026-11-12', '2026-11-19')),
    aptNotice(ids.scoresMoved, closingOn('2026-11-12', '2026-11-19')),
    aptNotice(ids.extended, closingOn('2026-11-23', '2026-12-01')),
  ];
}

function remainderNotice(id: string) {
  const closesOn = id === ids.remainderDue ? '2026-11-24' : '2026-11-13';
  const {
    HOUSE_DTL_SECD: _,
    RENT_SECD: __,
    ...notice
  } = aptNotice(id, {
    announcedOn: '2026-11-05',
    closesOn,
    winnersOn: '2026-11-30',
  });
  return { ...notice, HOUSE_SECD: '04', SUBSCRPT_RCEPT_BGNDE: closesOn, SUBSCRPT_RCEPT_ENDDE: closesOn };
}
