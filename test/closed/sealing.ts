import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Encrypter } from 'age-encryption';
import { digestOf } from '../../site/release/seal-file.ts';
import type { Machine } from './machine.ts';
import { before } from './notices.ts';
import { privateRoom } from './searcher-of.ts';

/** Puts a package into the vault as an authority does that has no program but age: nobody has read its rows. */
export async function sealByAge({ dataDir }: Machine, recipient: string, rows: Record<string, object[]>) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const bytes = await encrypter.encrypt(JSON.stringify({ at: before(0), rows }));
  writeFileSync(join(dataDir, 'vault', `${digestOf(Buffer.from(bytes)).slice(0, 12)}.age`), bytes);
}

/** Waits until another release lies sealed than before, and its preparation is over. @returns the notes that lie there. */
export async function sealedAfter({ dataDir }: Machine, earlier: string[]) {
  const sealed = join(dataDir, 'vault', 'releases');
  for (;;) {
    const notes = existsSync(sealed) ? readdirSync(sealed).filter((name) => /^\w+\.json$/.test(name)) : [];
    if (notes.length === 1 && !earlier.includes(notes[0]!) && !existsSync(join(dataDir, privateRoom))) return notes;
    await sleep(100);
  }
}
