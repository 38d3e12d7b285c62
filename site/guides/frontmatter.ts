import { z } from 'zod';
import { isDay } from '../../db/clock.ts';

const day = z.string().refine(isDay, 'is not a day of the calendar; write it as "2026-11-22", within quotes');

const source = z.strictObject({
  title: z.string().min(2),
  url: z.url({ protocol: /^https$/ }).optional(),
  seenOn: day,
  /** What a reader must know to trust it: an older copy, a summary. */
  note: z.string().optional(),
});

/** What stands above a guide. Rules change, so each says where its facts were read, and on which day. */
export const guideFrontmatter = z.strictObject({
  title: z.string().min(2).max(40),
  /** What the guide says, for those who read no further. */
  summary: z.string().min(30).max(300),
  order: z.number().int().positive(),
  sources: z.array(source).min(1),
  updatedOn: day,
});
