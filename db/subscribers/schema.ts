import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from '../drizzle.ts';

/*
 * Who asked to be told, and what they were told. There is no column for a rate, a count of applicants or a score. No address stands
 * here in clear: `lookup` is a keyed hash, `wrapped` and `sealed` are ciphertext (sealed.ts). How long rows stay: retention.ts.
 *
 * `…At` and `…Before` are instants in milliseconds since 1970. The migrations add what drizzle has no word for: triggers that keep
 * consents as they are and that count channels, and follows without a rowid.
 */

const instant = (name: string) => integer(name);

/** One device or one e-mail address. Its number is never used again. */
export const channels = sqliteTable(
  'channels',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    by: text({ enum: ['email', 'push'] }).notNull(),
    lane: text().notNull(),
    generation: integer().notNull(),
    state: text({ enum: ['asked', 'confirmed', 'ended'] }).notNull(),
    joinedAt: instant('joined_at').notNull(),
    /** Of the last asking: from then on an address has its time to say yes. */
    askedAt: instant('asked_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    endedAt: instant('ended_at'),
    endedReason: text('ended_reason'),
    /** The newest event when it was confirmed: only later ones are for it. A number, because clocks are set back. */
    since: integer().notNull(),
    lookup: blob({ mode: 'buffer' }).notNull(),
    /** Words of db/kinds.ts and wishes.ts, with blanks between. */
    kinds: text().notNull(),
    moments: text().notNull(),
    digestAt: integer('digest_at'),
    quietBegins: integer('quiet_begins'),
    quietEnds: integer('quiet_ends'),
  },
  (table) => [
    uniqueIndex('channels_by_lookup').on(table.lookup),
    index('channels_asked')
      .on(table.askedAt)
      .where(sql`state = 'asked'`),
    index('channels_ended')
      .on(table.endedAt)
      .where(sql`state = 'ended'`),
    index('channels_never_agreed')
      .on(table.endedAt)
      .where(sql`state = 'ended' AND confirmed_at IS NULL`),
  ],
);

/** Places (`all`, 시도, 시군구) and single notices that a channel wants to hear of. */
export const follows = sqliteTable(
  'follows',
  {
    channelId: integer('channel_id').notNull(),
    what: text({ enum: ['place', 'notice'] }).notNull(),
    code: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.what, table.code] })],
);

/** Where a channel leads: gone as soon as the channel ends. */
export const addresses = sqliteTable('addresses', {
  channelId: integer('channel_id').primaryKey(),
  /** The channel's own key, encrypted by the newest key of the keyring. */
  wrapped: blob({ mode: 'buffer' }).notNull(),
  /** The address, encrypted by the channel's own key. */
  sealed: blob({ mode: 'buffer' }).notNull(),
});

/** Who agreed to what. Triggers refuse every change, and removal as long as the channel is there. */
export const consents = sqliteTable(
  'consents',
  {
    id: integer().primaryKey(),
    channelId: integer('channel_id').notNull(),
    what: text({ enum: ['asked', 'confirmed', 'changed', 'ended'] }).notNull(),
    at: instant('at').notNull(),
    /** Version of the words; of an end, its reason. */
    words: text().notNull(),
    fromPrefix: text('from_prefix'),
  },
  (table) => [index('consents_by_channel').on(table.channelId)],
);

/** Addresses that nothing may be written to, as keyed hashes. */
export const suppressions = sqliteTable('suppressions', {
  lookup: blob({ mode: 'buffer' }).primaryKey(),
  reason: text().notNull(),
  at: instant('at').notNull(),
});

/** What there is to tell; also the digests, whose ids begin with `digest-`. */
export const events = sqliteTable(
  'events',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull(),
    kind: text().notNull(),
    noticeId: text('notice_id').notNull(),
    noticeName: text('notice_name').notNull(),
    noticeKind: text('notice_kind').notNull(),
    sido: text(),
    sigungu: text(),
    path: text().notNull(),
    notBefore: instant('not_before').notNull(),
    expiresAt: instant('expires_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('events_by_id').on(table.id),
    index('events_by_notice').on(table.noticeId),
    index('events_by_expiry').on(table.expiresAt),
  ],
);

/** An event for up to a thousand channels of a lane. */
export const chunks = sqliteTable(
  'chunks',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    eventSeq: integer('event_seq').notNull(),
    lane: text().notNull(),
    /** `digest`: waits for its hour. `merged`: what waited for one hour, as one message; its parts name it in `mergedInto`. */
    form: text({ enum: ['itself', 'digest', 'merged'] }).notNull(),
    /** 0 for what is of use today alone, 2 for what can wait (ledger/urgency.ts). */
    urgency: integer().notNull(),
    /** Random: the order among equals. */
    turn: integer().notNull(),
    notBefore: instant('not_before').notNull(),
    expiresAt: instant('expires_at').notNull(),
    againAt: instant('again_at').notNull(),
    fence: integer().notNull(),
    /** Null: in nobody's hand. */
    leaseUntil: instant('lease_until'),
    wanted: integer().notNull(),
    /** Not served and not dropped. */
    left: integer().notNull(),
    firstId: integer('first_id').notNull(),
    lastId: integer('last_id').notNull(),
    /** `seq` of the digest's event. */
    mergedInto: integer('merged_into'),
    endedAt: instant('ended_at'),
    endedReason: text('ended_reason', { enum: ['done', 'expired', 'withdrawn', 'merged'] }),
    /** Ids of channels (ledger/id-set.ts). */
    want: blob({ mode: 'buffer' }).notNull(),
    /** A bit for each of them in their order (ledger/bits.ts); null: none. */
    done: blob({ mode: 'buffer' }),
    dead: blob({ mode: 'buffer' }),
    ambiguous: blob({ mode: 'buffer' }),
  },
  (table) => [
    index('chunks_waiting')
      .on(table.lane, table.urgency, table.turn, table.notBefore, table.againAt, table.leaseUntil)
      .where(sql`ended_at IS NULL AND form <> 'digest'`),
    index('chunks_digests')
      .on(table.notBefore, table.lane)
      .where(sql`ended_at IS NULL AND form = 'digest'`),
    index('chunks_expiring')
      .on(table.expiresAt)
      .where(sql`ended_at IS NULL`),
    index('chunks_in_hand')
      .on(table.leaseUntil)
      .where(sql`lease_until IS NOT NULL`),
    index('chunks_by_event').on(table.eventSeq),
    index('chunks_parts')
      .on(table.mergedInto, table.lane, table.firstId)
      .where(sql`merged_into IS NOT NULL`),
  ],
);

/** Totals since the store was made, and channels by kind and state (`channels email confirmed`). */
export const counters = sqliteTable('counters', {
  name: text().primaryKey(),
  value: integer().notNull(),
});

/** Small things that outlive a restart. */
export const kept = sqliteTable('kept', {
  name: text().primaryKey(),
  value: text().notNull(),
});
