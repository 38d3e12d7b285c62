import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Facts } from '../../../../db/catalog/open.ts';
import type { DataField } from '../../../../site/data/fields.ts';
import { writeOpenData } from '../../../../site/release/open-data.ts';
import { freshFolder } from '../../../fresh.ts';
import { asOf, smallCatalog } from '../../small-catalog.ts';

/** The facts of the small catalog, closed when the test ends. */
export async function smallFacts(more: Parameters<typeof smallCatalog>[1] = {}) {
  const catalog = await smallCatalog(freshFolder(), more);
  onTestFinished(() => catalog.close());
  return catalog.db;
}

/** All files of open data as of an instant, by name. */
export function openData(db: Facts, at = asOf): Record<string, Buffer> {
  const folder = freshFolder();
  writeOpenData(db, folder, at);
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

/** A cell of a CSV file as the dictionary says that it is to be read. */
export function valueOf(text: string, { type, nullable }: DataField) {
  if (text === '') return nullable ? null : '';
  if (type === 'integer') return Number(text);
  if (type === 'boolean') return text === 'true';
  return type === 'text' ? text.replace(/^'(?='*[=+\-@\t\r].)/s, '') : text;
}
