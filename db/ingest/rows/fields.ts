import { z } from 'zod';
import { isDay } from '../../clock.ts';

/*
 * How single fields of the open API are read. The traps are the field's own: numbers as strings, commas, two forms of a date,
 * blanks for nothing. No message carries the value: the same readers read rows that may have to stay closed.
 */

const longest = 2_000;
const blank = (value: unknown) =>
  value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;

/** Text without blanks around it; null for nothing. */
export const text = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : blank(value)),
  z
    .string('is no text')
    .max(longest, `is longer than ${longest} characters`)
    .refine((value) => !value.includes('\uFFFD'), 'holds broken characters: is the source UTF-8?')
    .refine((value) => !/[\p{Cc}--[\t\n\r]]/v.test(value), 'holds control characters')
    .transform((value) => value.trim())
    .nullable(),
);

/** Text that must be there. */
export const requiredText = text.refine((value) => value !== null, 'is missing');

/** HOUSE_TY, TP: as printed, with the blank that stands for a missing suffix. */
export const printedType = z.string('is no text').min(1, 'is missing').max(60, 'is longer than 60 characters');

/** HOUSE_MANAGE_NO, PBLANC_NO: ten digits, printed as a number in old answers. */
export const id = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string('is missing').regex(/^\d{10}$/, 'is not a number of ten digits'),
);

/** MODEL_NO: two digits. */
export const modelNo = z.preprocess(
  (value) => (typeof value === 'number' ? String(value).padStart(2, '0') : value),
  z.string('is missing').regex(/^\d{2,3}$/, 'is not a number of two digits'),
);

/** `2026-01-20` or `20260120`; the calendar must have the day. Gives the first form. */
export const day = z.preprocess(
  blank,
  z
    .string('is no date')
    .transform((value) => value.trim().replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'))
    .refine((value) => isDay(value) && value > '1990' && value < '2100', 'is no date')
    .nullable(),
);

export const requiredDay = day.refine((value) => value !== null, 'is missing');

/** `202903` or `2029-03`. Gives the second form. */
export const month = z.preprocess(
  blank,
  z
    .string('is no month')
    .transform((value) => value.trim().replace(/^(\d{4})(\d\d)$/, '$1-$2'))
    .refine((value) => isDay(`${value}-01`), 'is no month')
    .nullable(),
);

/** A whole number ≥ 0, also as `"1,234"`; null for nothing or `-`. */
export const count = z.preprocess((value) => {
  const given = blank(value);
  if (typeof given !== 'string') return given;
  const bare = given.trim().replace(/^(\d{1,3})(?:,(\d{3}))(?:,(\d{3}))?$/, '$1$2$3');
  return bare === '-' ? null : /^\d+$/.test(bare) ? Number(bare) : bare;
}, z.int('is no whole number').min(0, 'is below 0').nullable());

/** ㎡ as printed, `85.5745`. */
export const area = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : blank(value)),
  z
    .string('is no area')
    .trim()
    .regex(/^\d+(\.\d+)?$/, 'is no area')
    .nullable(),
);

/** Y or N. */
export const flag = z.preprocess(
  blank,
  z
    .enum(['Y', 'N'], 'is neither Y nor N')
    .transform((value) => value === 'Y')
    .nullable(),
);

/** CMPET_RATE as printed: `73.00`, `2,182.00`, `(△12)`, `-`; null for nothing. */
export const rate = z.preprocess(
  blank,
  z
    .string('is no rate')
    .trim()
    .regex(/^(-|\(△\d+\)|\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?)$/, 'is no rate')
    .nullable(),
);

/** A score as printed: `69`, `59.15`, `-`; null for nothing. */
export const score = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : blank(value)),
  z
    .string('is no score')
    .trim()
    .regex(/^(-|\d{1,2}(\.\d+)?)$/, 'is no score')
    .nullable(),
);

/** One of the codes that the official tables know; others mean that the tables have grown. */
export function code<const Codes extends readonly string[]>(codes: Codes) {
  return z.preprocess(
    (value) => (typeof value === 'number' ? String(value).padStart(2, '0') : value),
    z.enum(codes, `is an unknown code (known: ${codes.join(', ')})`),
  );
}

/** SUBSCRPT_AREA_CODE; null for 전국 and 광역. */
export const areaCode = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : blank(value)),
  code([
    '100',
    '200',
    '300',
    '312',
    '338',
    '360',
    '400',
    '410',
    '500',
    '513',
    '560',
    '600',
    '621',
    '680',
    '690',
    '700',
    '712',
  ]).nullable(),
);
