import type { ZodObject, ZodPipe } from 'zod';
import { resultOperations, type ResultOperation } from '../../../db/ingest/operations.ts';

export const at = '2026-11-25T19:30:00+09:00';

type Row = Record<string, unknown>;

/** Every field that an operation of results knows. */
export function fieldsOf(operation: ResultOperation) {
  return Object.keys((operation.row as unknown as ZodPipe<ZodObject>).in.shape);
}

const usual: Row = {
  HOUSE_MANAGE_NO: '2026000001',
  PBLANC_NO: '2026000001',
  MODEL_NO: '01',
  HOUSE_TY: '084.9890A',
  SUBSCRPT_RANK_CODE: 1,
  RESIDE_SECD: '01',
  RESIDNT_PRIOR_AT: 'Y',
  SPSPLY_KND_CODE: '00',
  REMNDR_HSHLD_PBLANC_TYCD: '01',
};

/** A row of an operation with every field that it knows. */
export function rowOf(operation: ResultOperation, differing: Row = {}): Row {
  return {
    ...Object.fromEntries(fieldsOf(operation).map((field) => [field, usual[field] ?? filler(field)])),
    ...differing,
  };
}

function filler(field: string) {
  if (field.endsWith('_RATE')) return '73.00';
  if (field.endsWith('_SCORE')) return '59.15';
  return /_(NM|SENM)$/.test(field) ? '해당지역' : 7;
}

/** A package in clear. */
export function clear(rows: Record<string, unknown[]>, said: { at?: string } = { at }) {
  return Buffer.from(JSON.stringify({ ...said, rows }));
}

/** A package with one row of each of the eight operations. */
export function oneOfEach(differing: Row = {}) {
  return Object.fromEntries(resultOperations.map((operation) => [operation.name, [rowOf(operation, differing)]]));
}

export function operationNamed(name: string) {
  return resultOperations.find((operation) => operation.name === name)!;
}
