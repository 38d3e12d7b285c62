import { z } from 'zod';
import type { PublicationOrderRow } from '../catalog/schema.ts';
import { isDay, parseInstant } from '../clock.ts';

/** Most characters of who decides, and of why. */
export const longest = 500;

const instant = z.string().refine(isInstant, 'is no instant with an offset');
const words = z.string().trim().min(1, 'is missing').max(longest, `is longer than ${longest} characters`);

const every = {
  /** Whom it is about: one notice, or all whose last official receipt day is this one. */
  noticeId: z
    .string()
    .regex(/^\d{10}$/, 'is not a number of ten digits')
    .optional(),
  closingOn: z.string().refine(isDay, 'is no day').optional(),
  by: words,
  because: words,
  orderedAt: instant,
};

/** What an operator decided of a publication: who, when and why stand with it. A field that is not known is refused. */
export const publicationOrder = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('hold'), ...every }),
    z.strictObject({ action: z.literal('resume'), ...every }),
    /** To publish at a later instant: competition with special supply, or the scores alone. */
    z.strictObject({
      action: z.literal('move'),
      to: instant,
      results: z.enum(['competition', 'score']).default('competition'),
      ...every,
    }),
    /** To take applications until a later instant. */
    z.strictObject({ action: z.literal('extend'), until: instant, ...every }),
  ])
  .refine(({ noticeId, closingOn }) => (noticeId === undefined) !== (closingOn === undefined), {
    path: ['noticeId'],
    error: 'and closingOn: one of them has to be there, and not both',
  });

export type PublicationOrder = z.infer<typeof publicationOrder>;

/** Orders as the catalog has them, numbered from 1 on. */
export function rowsOf(orders: readonly PublicationOrder[]): PublicationOrderRow[] {
  return orders.map((order, i) => ({
    line: i + 1,
    noticeId: order.noticeId ?? null,
    closingOn: order.closingOn ?? null,
    action: order.action,
    toAt: order.action === 'move' ? utc(order.to) : order.action === 'extend' ? utc(order.until) : null,
    results: order.action === 'move' ? order.results : null,
    by: order.by,
    because: order.because,
    orderedAt: utc(order.orderedAt),
  }));
}

function utc(text: string) {
  return parseInstant(text).toISOString();
}

function isInstant(text: string) {
  try {
    return parseInstant(text) instanceof Date;
  } catch {
    return false;
  }
}
