import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../../db/vault/write-durably.ts';
import { digestOf } from '../seal-file.ts';
import { sealedNote, type SealedNote } from './sealed-note.ts';

/** A sealed release in the vault, by the random name of its ciphertext, and what its note says. */
export type SealedRelease = { file: string; path: string; note: SealedNote };

/** Where a vault keeps sealed releases. */
export function releasesOf(vault: string) {
  return join(vault, 'releases');
}

/**
 * The sealed releases of a vault by their instant, then by when they were prepared, and a sentence for each that cannot be used.
 * A ciphertext without its note has not been finished, or not been quite removed: it is none.
 */
export function sealedReleases(vault: string): { sealed: SealedRelease[]; problems: string[] } {
  const folder = releasesOf(vault);
  const names = new Set(namesIn(folder));
  const sealed: SealedRelease[] = [];
  const problems: string[] = [];
  for (const name of [...names].sort()) {
    if (!/^[0-9a-f]{32}\.json$/.test(name)) continue;
    const file = ciphertextOf(name);
    const note = names.has(file) ? noteIn(join(folder, name)) : null;
    if (note) sealed.push({ file, path: join(folder, file), note });
    else
      problems.push(`Sealed release ${file} cannot be used: it or its note is missing or broken. Remove both files.`);
  }
  return { sealed: sealed.sort(byInstant), problems };
}

/** Whether the ciphertext is the one that the note was written for. */
export function isIntact({ path, note }: SealedRelease) {
  try {
    const ciphertext = readFileSync(path);
    return ciphertext.length === note.bytes && digestOf(ciphertext) === note.sha256;
  } catch {
    return false;
  }
}

/** Removes a sealed release, its note first: one that is killed meanwhile leaves none that could be used. */
export function removeSealed(vault: string, { file }: SealedRelease) {
  const folder = releasesOf(vault);
  for (const name of [noteOf(file), file]) rmSync(join(folder, name), { force: true });
  syncFolder(folder);
}

/** Name of the note of a ciphertext. */
export function noteOf(file: string) {
  return file.replace(/\.age$/, '.json');
}

function ciphertextOf(note: string) {
  return note.replace(/\.json$/, '.age');
}

function noteIn(path: string) {
  try {
    return sealedNote.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function byInstant({ note: one }: SealedRelease, { note: other }: SealedRelease) {
  return Date.parse(one.at) - Date.parse(other.at) || Date.parse(one.preparedAt) - Date.parse(other.preparedAt);
}

function namesIn(folder: string) {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
