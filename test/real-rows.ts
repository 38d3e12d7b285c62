import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the real rows beside the checkout; null on a machine that has none. They are never part of the project. */
export function realRows(folder: 'odcloud' | 'api-captures') {
  const path = fileURLToPath(new URL(`../../shared/data/${folder}`, import.meta.url));
  return existsSync(path) ? path : null;
}

export const withoutRealRows = 'skipped: the real rows (../shared/data) are not on this machine';
