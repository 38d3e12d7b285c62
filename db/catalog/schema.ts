import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { kinds } from '../kinds.ts';

/*
 * Public facts only. There is no place here for a competition, special-supply or score row whose publication instant lies
 * ahead: such a row is never written (DESIGN §2).
 *
 * `…On` is a Korean calendar day `YYYY-MM-DD`, `…At` an instant in RFC 3339 UTC, an amount is in 만원, an area in ㎡ as the
 * API prints it. Names of the API's fields stand in db/ingest/rows/.
 */

const day = (name: string) => text(name);
const flag = (name: string) => integer(name, { mode: 'boolean' });

/** 입주자모집공고, one row a HOUSE_MANAGE_NO. */
export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    noticeNo: text('notice_no').notNull(),
    kind: text({ enum: kinds }).notNull(),
    name: text().notNull(),
    houseCode: text('house_code').notNull(),
    houseName: text('house_name'),
    detailCode: text('detail_code'),
    detailName: text('detail_name'),
    searchCode: text('search_code'),
    rentCode: text('rent_code'),
    rentName: text('rent_name'),
    areaCode: text('area_code'),
    areaName: text('area_name'),
    zip: text(),
    address: text(),
    /** 행정안전부 codes of the place, found from the address; `sido` falls back to the area code. */
    sido: text(),
    sigungu: text(),
    totalSupply: integer('total_supply'),

    announcedOn: day('announced_on').notNull(),
    receiptBeginsOn: day('receipt_begins_on'),
    receiptEndsOn: day('receipt_ends_on'),
    specialBeginsOn: day('special_begins_on'),
    specialEndsOn: day('special_ends_on'),
    rank1LocalBeginsOn: day('rank1_local_begins_on'),
    rank1LocalEndsOn: day('rank1_local_ends_on'),
    rank1GyeonggiBeginsOn: day('rank1_gyeonggi_begins_on'),
    rank1GyeonggiEndsOn: day('rank1_gyeonggi_ends_on'),
    rank1OtherBeginsOn: day('rank1_other_begins_on'),
    rank1OtherEndsOn: day('rank1_other_ends_on'),
    rank2LocalBeginsOn: day('rank2_local_begins_on'),
    rank2LocalEndsOn: day('rank2_local_ends_on'),
    rank2GyeonggiBeginsOn: day('rank2_gyeonggi_begins_on'),
    rank2GyeonggiEndsOn: day('rank2_gyeonggi_ends_on'),
    rank2OtherBeginsOn: day('rank2_other_begins_on'),
    rank2OtherEndsOn: day('rank2_other_ends_on'),
    generalBeginsOn: day('general_begins_on'),
    generalEndsOn: day('general_ends_on'),
    winnersOn: day('winners_on'),
    contractBeginsOn: day('contract_begins_on'),
    contractEndsOn: day('contract_ends_on'),
    /** 입주예정월 `YYYY-MM`. */
    moveInMonth: text('move_in_month'),

    developer: text(),
    builder: text(),
    phone: text(),
    newspaper: text(),
    homepage: text(),
    noticeUrl: text('notice_url'),

    speculationZone: flag('speculation_zone'),
    adjustmentZone: flag('adjustment_zone'),
    priceCap: flag('price_cap'),
    redevelopment: flag('redevelopment'),
    publicHousingZone: flag('public_housing_zone'),
    largeSite: flag('large_site'),
    capitalPrivatePublic: flag('capital_private_public'),
    publicHousingAct: flag('public_housing_act'),

    /** 0 at first sight, one more with each ingest that found it, or one of its house types, changed. */
    revision: integer().notNull(),
    firstSeenAt: text('first_seen_at').notNull(),

    // What the operator's orders make of the publication and of the receipt: written by `takeOrders`, never by a source.
    held: flag('held').notNull().default(false),
    competitionMovedTo: text('competition_moved_to'),
    scoreMovedTo: text('score_moved_to'),
    /** Until when applications are taken, where that is later than the official days say. */
    extendedTo: text('extended_to'),
  },
  (table) => [
    index('notices_by_announced').on(table.announcedOn),
    index('notices_by_place').on(table.sido, table.sigungu),
  ],
);

/** 주택형. */
export const houseTypes = sqliteTable(
  'house_types',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    modelNo: text('model_no').notNull(),
    /** HOUSE_TY or TP as printed, a blank suffix included. */
    type: text().notNull(),
    group: text('grp'),
    supplyArea: text('supply_area'),
    exclusiveArea: text('exclusive_area'),
    contractArea: text('contract_area'),
    /** SUPLY_HSHLDCO as printed: 일반공급 of an apartment, all of the type elsewhere. */
    supply: integer(),
    generalSupply: integer('general_supply'),
    specialSupply: integer('special_supply'),
    multiChild: integer('multi_child'),
    newlywed: integer(),
    firstTime: integer('first_time'),
    elderlyParents: integer('elderly_parents'),
    agency: integer(),
    otherSpecial: integer('other_special'),
    relocatedAgency: integer('relocated_agency'),
    youth: integer(),
    newborn: integer(),
    aged: integer(),
    /** 분양최고금액 or 공급금액, 만원. */
    price: integer(),
    /** 청약신청금, 만원. */
    deposit: integer(),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.modelNo] })],
);

/**
 * 경쟁률 of all six kinds, one row a printed cell. `segment` is what the operation divides applicants by: RESIDE_SECD,
 * RESIDNT_PRIOR_AT, SPSPLY_KND_CODE, REMNDR_HSHLD_PBLANC_TYCD or the category of a resupply; '' where there is none.
 */
export const competition = sqliteTable(
  'competition',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    modelNo: text('model_no').notNull(),
    type: text().notNull(),
    /** 1 or 2; 0 where the kind knows no ranks. */
    rank: integer().notNull(),
    segment: text().notNull(),
    segmentName: text('segment_name'),
    supply: integer(),
    segmentSupply: integer('segment_supply'),
    applicants: integer(),
    /** CMPET_RATE as printed: `73.00`, `2,182.00`, `(△12)`, `-` or null. */
    rate: text(),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.modelNo, table.type, table.rank, table.segment] })],
);

/** 특별공급 신청현황, one row a house type and category; category `all` carries the sum and the printed outcome. */
export const specialSupply = sqliteTable(
  'special_supply',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    type: text().notNull(),
    category: text({
      enum: [
        'all',
        'multi-child',
        'newlywed',
        'first-time',
        'elderly-parents',
        'youth',
        'newborn',
        'agency',
        'relocated-agency',
      ],
    }).notNull(),
    supply: integer(),
    /** Applicants of 해당지역, 기타경기 (시도), 기타지역. */
    local: integer(),
    province: integer(),
    other: integer(),
    /** 기관추천: 결정 and 예비; 이전기관: `decided` alone. */
    decided: integer(),
    reserve: integer(),
    outcome: text(),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.type, table.category] })],
);

/** 가점 of winners, as printed. */
export const scores = sqliteTable(
  'scores',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    modelNo: text('model_no').notNull(),
    type: text().notNull(),
    segment: text().notNull(),
    segmentName: text('segment_name'),
    lowest: text(),
    highest: text(),
    average: text(),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.modelNo, table.segment] })],
);

/** 정정: a field of a notice or house type that a later ingest found changed. */
export const corrections = sqliteTable(
  'corrections',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    revision: integer().notNull(),
    /** null where the notice itself changed. */
    modelNo: text('model_no'),
    field: text().notNull(),
    /** The field's Korean name. */
    label: text().notNull(),
    before: text(),
    after: text(),
    seenAt: text('seen_at').notNull(),
  },
  (table) => [index('corrections_by_notice').on(table.noticeId)],
);

/** What became known, in the order it did: the ground of the public feed. Ids follow from kind, notice and revision. */
export const events = sqliteTable('events', {
  id: text().primaryKey(),
  kind: text({ enum: ['notice', 'correction', 'results'] }).notNull(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notices.id),
  at: text().notNull(),
});

/** Source rows that were refused. A row leaves when a good one of the same operation and key arrives. */
export const quarantine = sqliteTable('quarantine', {
  /** SHA-256 of operation and text: a second sight adds nothing. */
  id: text().primaryKey(),
  operation: text().notNull(),
  /** `HOUSE_MANAGE_NO` or `HOUSE_MANAGE_NO/MODEL_NO` where the row tells it. */
  key: text(),
  /** File and line, or URL path and position. */
  place: text().notNull(),
  reason: text().notNull(),
  /** The row, cut to 4,000 characters. */
  row: text().notNull(),
  seenAt: text('seen_at').notNull(),
});

export const ingestRuns = sqliteTable('ingest_runs', {
  id: integer().primaryKey({ autoIncrement: true }),
  source: text({ enum: ['odcloud', 'files', 'example'] }).notNull(),
  full: integer({ mode: 'boolean' }).notNull(),
  startedAt: text('started_at').notNull(),
  endedAt: text('ended_at'),
  endedReason: text('ended_reason', { enum: ['done', 'failed'] }),
});

/** Steps of an API run that are safely in the catalog, so that a run killed half way goes on from there. */
export const ingestSteps = sqliteTable(
  'ingest_steps',
  {
    runId: integer('run_id')
      .notNull()
      .references(() => ingestRuns.id),
    step: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.step] })],
);

/** Calls to the open API a Korean day: the daily budget. */
export const apiCalls = sqliteTable('api_calls', {
  on: text('day').primaryKey(),
  calls: integer().notNull(),
});

/** Results asked for, a notice and an operation: what need not be asked again. Exists only after the publication instant. */
export const resultAsks = sqliteTable(
  'result_asks',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    operation: text().notNull(),
    askedAt: text('asked_at').notNull(),
    rows: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.operation] })],
);

/** Built releases and their way: the folders are the truth, this is the record. */
export const releases = sqliteTable('releases', {
  id: text().primaryKey(),
  asOf: text('as_of').notNull(),
  tree: text().notNull(),
  files: integer().notNull(),
  builtAt: text('built_at').notNull(),
  publishedAt: text('published_at'),
});

/**
 * What the operator decided of publications, as the record `publications.jsonl` has it; `line` counts from 1. About one
 * notice, or about all whose last official receipt day is `closingOn`.
 */
export const publicationOrders = sqliteTable('publication_orders', {
  line: integer().primaryKey(),
  noticeId: text('notice_id'),
  closingOn: day('closing_on'),
  action: text({ enum: ['hold', 'resume', 'move', 'extend'] }).notNull(),
  /** Where a move goes, or until when a receipt is extended. */
  toAt: text('to_at'),
  /** What a move moves: competition takes special supply with it. */
  results: text({ enum: ['competition', 'score'] }),
  by: text().notNull(),
  because: text().notNull(),
  orderedAt: text('ordered_at').notNull(),
});

/** Korean hours at which results become public, as they are set. One row at the most; none means the usual ones. */
export const publicationHours = sqliteTable('publication_hours', {
  id: integer().primaryKey(),
  competition: text().notNull(),
  score: text().notNull(),
});

/** Publications and how they went, one row an instant. Written by the publisher. */
export const publications = sqliteTable('publications', {
  /** The publication instant. */
  at: text().primaryKey(),
  /** From a sealed release, or from the open API; null until it is done. */
  way: text({ enum: ['sealed', 'open'] }),
  release: text(),
  firedAt: text('fired_at'),
  flippedAt: text('flipped_at'),
  /** When the new pages were read back from the origin. */
  seenAt: text('seen_at'),
  /** When a check failed at the instant, and why. */
  lateAt: text('late_at'),
  lateBecause: text('late_because'),
});

/** Archived open data, one row a Korean day: what readers could last load on that day. The files are in `snapshots/`. */
export const snapshots = sqliteTable('snapshots', {
  day: day('day').primaryKey(),
  sha256: text().notNull(),
  bytes: integer().notNull(),
});

export type Snapshot = typeof snapshots.$inferSelect;
export type PublicationOrderRow = typeof publicationOrders.$inferSelect;
export type Notice = typeof notices.$inferSelect;
export type HouseType = typeof houseTypes.$inferSelect;
export type Competition = typeof competition.$inferSelect;
export type SpecialSupply = typeof specialSupply.$inferSelect;
export type Score = typeof scores.$inferSelect;
export type Correction = typeof corrections.$inferSelect;
