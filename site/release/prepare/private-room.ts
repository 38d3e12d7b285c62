import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from '../../../db/vault/private-folder.ts';

const name = 'preparing';

/**
 * Lends a folder that nobody else can look into, for what is not public yet, and removes it whatever happens. What a killed
 * process left goes first. One at a time: the caller holds the catalog.
 */
export async function inPrivate<Result>(vault: string, work: (folder: string) => Promise<Result>): Promise<Result> {
  wipePrivate(vault);
  privateFolder(join(vault, name));
  try {
    return await work(mkdtempSync(join(vault, name, 'site-')));
  } finally {
    wipePrivate(vault);
  }
}

/** Removes what a killed preparation left in clear. */
export function wipePrivate(vault: string) {
  rmSync(join(vault, name), { recursive: true, force: true, maxRetries: 5 });
}
