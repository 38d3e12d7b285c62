import type { DataField } from './fields.ts';
import { dataTables } from './tables.ts';

/** What every column of every table means, for programs. */
export function dictionary(): { format: 1; tables: DictionaryTable[] } {
  return {
    format: 1,
    tables: dataTables.map(({ name, title, meaning, fields }) => ({ name, title, meaning, fields })),
  };
}

type DictionaryTable = { name: string; title: string; meaning: string; fields: DataField[] };
