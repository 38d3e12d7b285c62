import type { ZodError, ZodType } from 'zod';

/** A row as its source gave it, and where it stood: `file:line`, or a path of the API and a position. */
export type SourceRow = { place: string; row: unknown };
/** A row that its schema has read. `key` is what a later, better row of the same thing would carry as well. */
export type ReadRow<T> = { place: string; key: string; row: unknown; facts: T };

/** Reads a source row, or says why not: which field, what is wrong with it, never what stood in it. */
export function readRow<T>(schema: ZodType<T>, { place, row }: SourceRow): ReadRow<T> | { reason: string } {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return { reason: 'is no row: an object was expected' };
  const read = schema.safeParse(row);
  return read.success ? { place, key: keyOf(row), row, facts: read.data } : { reason: reasonOf(read.error) };
}

/** The notice that a row names, if it names one. */
export function noticeOf(row: unknown) {
  const id = (row as Record<string, unknown> | null)?.['HOUSE_MANAGE_NO'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

const keyFields = [
  'HOUSE_MANAGE_NO',
  'MODEL_NO',
  'HOUSE_TY',
  'SUBSCRPT_RANK_CODE',
  'RESIDE_SECD',
  'RESIDNT_PRIOR_AT',
  'SPSPLY_KND_CODE',
  'REMNDR_HSHLD_PBLANC_TYCD',
];

/** What the row speaks of: the fields that tell it from the other rows of its operation. */
export function keyOf(row: unknown) {
  const fields = Object(row) as Record<string, unknown>;
  return keyFields.map((field) => (field in fields ? String(fields[field]).slice(0, 40) : '')).join('/');
}

function reasonOf(error: ZodError) {
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'row'} ${message}`)
    .join('; ');
}
