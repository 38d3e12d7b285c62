import { z } from 'zod';
import { sidoByCode, sigunguByCode } from '../../content/regions/find.ts';
import { mostNotices } from '../../db/alert-pages.ts';
import { kinds } from '../../db/kinds.ts';
import { moments, type Wishes } from '../../db/subscribers/wishes.ts';

const place = z
  .string()
  .max(5)
  .refine((code) => code === 'all' || sidoByCode(code) !== undefined || sigunguByCode(code) !== undefined);
const hour = z.int().min(0).max(23);

/** Wishes as a script sends them. */
export const wishesSchema = z
  .strictObject({
    places: z.array(place).max(300),
    kinds: z.array(z.enum(kinds)).max(20),
    notices: z.array(z.string().regex(/^\d{10}$/)).max(mostNotices),
    moments: z.array(z.enum(moments)).max(20),
    digestAt: hour.nullable(),
    quiet: z.strictObject({ from: hour, to: hour }).nullable(),
  })
  .transform(tidied);

/**
 * Wishes of a form without script (site/components/AlertWishes.astro). Who fills only half of it in gets what is usual.
 * @returns null where a field holds what no form of ours sends.
 */
export function wishesIn(form: URLSearchParams): Wishes | null {
  const number = (name: string, usual: number) => {
    const text = form.get(name) ?? String(usual);
    return /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  };
  const read = wishesSchema.safeParse({
    places: form.getAll('place'),
    kinds: form.getAll('kind'),
    notices: (form.get('notices') ?? '').match(/[^\s,]+/g) ?? [],
    moments: form.getAll('moment'),
    digestAt: form.get('delivery') === 'digest' ? number('digestAt', 8) : null,
    quiet: form.get('quiet') === 'yes' ? { from: number('quietFrom', 22), to: number('quietTo', 7) } : null,
  });
  return read.success ? read.data : null;
}

/** True when somebody with these wishes would ever be told of anything. */
export function wantsSomething({ places, kinds: those, notices, moments: when }: Wishes) {
  return when.length > 0 && (notices.length > 0 || (places.length > 0 && those.length > 0));
}

/** Each thing once, in our order, and no place within one that is asked for already. */
function tidied(wishes: Wishes): Wishes {
  const asked = new Set(wishes.places);
  const within = (code: string) => asked.has('all') || (code.length === 5 && asked.has(code.slice(0, 2)));
  const places = asked.has('all') ? ['all'] : [...asked].filter((code) => !within(code)).sort();
  return {
    places,
    kinds: kinds.filter((kind) => wishes.kinds.includes(kind)),
    notices: [...new Set(wishes.notices)].sort(),
    moments: moments.filter((moment) => wishes.moments.includes(moment)),
    digestAt: wishes.digestAt,
    quiet: wishes.quiet && wishes.quiet.from !== wishes.quiet.to ? wishes.quiet : null,
  };
}
