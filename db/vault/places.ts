import { join } from 'node:path';
import type { Settings } from '../settings.ts';

/** Folder of the sealed packages, and of what is made of them. */
export function vaultFolder({ DATA_DIR }: Pick<Settings, 'DATA_DIR'>) {
  return join(DATA_DIR, 'vault');
}

/** File of the identity that opens them. */
export function identityFile({ DATA_DIR, VAULT_IDENTITY }: Pick<Settings, 'DATA_DIR' | 'VAULT_IDENTITY'>) {
  return VAULT_IDENTITY ?? join(DATA_DIR, 'keys', 'vault.identity');
}
