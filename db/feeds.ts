import { z } from 'zod';
import { isDay } from './clock.ts';
import { kinds } from './kinds.ts';

/*
 * What the feeds for machines say: the site writes them, the notifier reads them over HTTP like anybody else, and neither
 * imports the other. No number, rate or count has a place here.
 */

const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+09:00$/)
  .refine((text) => isDay(text.slice(0, 10)), 'The calendar has no such day.')
  .describe('An instant in RFC 3339, with the offset of Korea.');
const day = z.iso.date().describe('A Korean calendar day.');
const noticeId = z
  .string()
  .regex(/^\d{10}$/)
  .describe('HOUSE_MANAGE_NO of the notice.');
const page = z
  .string()
  .regex(/^\/(notices|results)\/\d{10}\/$/)
  .describe('Path of the page that tells more.');

/** What is known of a notice now; a correction may change it. */
const noticeNow = {
  kind: z.enum(kinds).describe('공급유형.'),
  name: z.string().describe('주택명.'),
  sido: z.string().nullable().describe('행정안전부 code of the 시도, two digits; null where it is not known.'),
  sigungu: z.string().nullable().describe('행정안전부 code of the 시군구, five digits; null where it is not known.'),
};

/** What an event says for ever: a month that is over does not change. */
const archivedEvent = z.object({
  id: z
    .string()
    .describe(
      'Follows from kind, notice and revision; scores differ from other results. A second sight is nothing new.',
    ),
  kind: z.enum(['notice', 'correction', 'cancelled', 'results']),
  noticeId,
  revision: z.int().positive().optional().describe('The revision that a correction made, from 1 up.'),
  at: instant.describe('When it became known here.'),
  url: page,
});

const event = archivedEvent.extend({
  noticeName: noticeNow.name,
  noticeKind: noticeNow.kind,
  sido: noticeNow.sido,
  sigungu: noticeNow.sigungu,
});

/** `/feeds/events.json` */
export const eventsFeed = z
  .object({
    format: z.literal(1),
    events: z
      .array(event)
      .describe('The newest first. Who does not find the last event they know goes on in archives.'),
    archives: z
      .array(z.string().regex(/^\/feeds\/events\/\d{4}-\d\d\.json$/))
      .describe('Every event, by the Korean month in which it became known, the newest month first.'),
  })
  .describe('What became known on 청약등대.');

/** `/feeds/events/YYYY-MM.json` */
export const eventsArchive = z
  .object({
    format: z.literal(1),
    month: z.string().regex(/^\d{4}-\d\d$/),
    events: z.array(archivedEvent).describe('The newest first.'),
  })
  .describe('What became known in a month. Once that is over, the file stays as it is.');

const track = z.object({
  track: z.enum(['all', 'special', 'rank1', 'rank2', 'general']),
  reside: z.enum(['local', 'gyeonggi', 'other']).nullable(),
  beginsOn: day.nullable(),
  endsOn: day.nullable(),
});

const publicationInstant = instant
  .nullable()
  .describe('From when these results may be known; null while they are held, and for a kind that has none.');

const scheduled = z.object({
  noticeId,
  ...noticeNow,
  opensOn: day.nullable().describe('The first day on which anybody can apply.'),
  closesOn: day
    .nullable()
    .describe('The last one, an extension included; null while a receipt that begins has no end.'),
  tracks: z.array(track),
  winnersOn: day.nullable(),
  publications: z.object({
    competition: publicationInstant,
    specialSupply: publicationInstant,
    score: publicationInstant,
  }),
  url: page,
  revision: z.int().min(0).describe('How often the notice has been corrected.'),
});

/** `/feeds/schedule.json` */
export const scheduleFeed = z
  .object({ format: z.literal(1), entries: z.array(scheduled) })
  .describe('The days and hours to come of every notice that is not over, by its first receipt day.');

export type FeedEvent = z.infer<typeof event>;
export type ArchivedEvent = z.infer<typeof archivedEvent>;
export type Scheduled = z.infer<typeof scheduled>;
