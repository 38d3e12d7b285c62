import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeIdentity, readIdentity } from '../../../db/vault/identity.ts';
import { openPackages } from '../../../db/vault/open-packages.ts';
import { seal } from '../../../db/vault/seal.ts';
import { parseInstant } from '../../../db/clock.ts';
import { freshFolder } from '../../fresh.ts';
import { at } from './packages.ts';

/** A machine with an identity and an empty vault. */
export async function freshVault() {
  const dataDir = freshFolder();
  const identityFile = join(dataDir, 'keys', 'vault.identity');
  await makeIdentity(identityFile);
  const { identity, recipient } = await readIdentity(identityFile);
  const folder = join(dataDir, 'vault');
  return {
    dataDir,
    identityFile,
    identity,
    recipient,
    folder,
    seal: (clear: Uint8Array, until = at) => seal(folder, recipient, clear, parseInstant(until)),
    opened: () => openedWith(folder, identity),
    files: () => readdirSync(folder),
  };
}

/** All that an identity makes of a vault. */
export async function openedWith(folder: string, identity: string) {
  const opened = [];
  for await (const each of openPackages(folder, identity)) opened.push(each);
  return opened;
}
