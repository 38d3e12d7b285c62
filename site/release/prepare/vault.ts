import { existsSync } from 'node:fs';
import { makeIdentity, readIdentity } from '../../../db/vault/identity.ts';
import { identityFile, vaultFolder } from '../../../db/vault/places.ts';
import type { Settings } from '../../../db/settings.ts';

/** Where closed results lie sealed, and the age identity of this machine that opens them. */
export type Vault = { folder: string; identity: string; recipient: string };

/** Opens the vault of this machine; on its first start it gets an identity. @throws a sentence when the identity is damaged. */
export async function openVault(settings: Settings): Promise<Vault> {
  const file = identityFile(settings);
  if (!existsSync(file)) await makeIdentity(file);
  return { folder: vaultFolder(settings), ...(await readIdentity(file)) };
}
