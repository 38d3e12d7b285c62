import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCatalog } from '../db/catalog/open.ts';

/** A folder of its own for a test, gone when it ends. */
export function freshFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty catalog for a test. */
export function freshCatalog() {
  const catalog = openCatalog(freshFolder(), 'a test');
  onTestFinished(() => catalog.close());
  return catalog;
}
