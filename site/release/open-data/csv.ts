import type { DataField } from '../../data/fields.ts';

export type Cell = string | number | boolean | null;

/** Begin of every CSV file: Excel takes it for UTF-8 then. */
export const byteOrderMark = '\uFEFF';

/** The names of the fields as a line. */
export function csvHead(fields: DataField[]) {
  return `${fields.map(({ name }) => name).join(',')}\r\n`;
}

/**
 * A row as a line of RFC 4180. Nothing is an empty cell, an empty text is `""`. Where a free text begins like a formula of a
 * spreadsheet, it gets an apostrophe in front; whoever reads it back takes away one that stands before such a begin.
 */
export function csvLine(row: Record<string, Cell>, fields: DataField[]) {
  return `${fields.map(({ name, type }) => cell(row[name] ?? null, type)).join(',')}\r\n`;
}

function cell(value: Cell, type: DataField['type']) {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = type === 'text' && formula.test(value) ? `'${value}` : value;
  return harmless === '' || /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A lone sign is a word of the official tables, and computes nothing. */
const formula = /^'*[=+\-@\t\r]./s;
