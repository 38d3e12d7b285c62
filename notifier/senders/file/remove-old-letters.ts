import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds: letters hold addresses, and a folder of them is for trying out. */
const kept = 7 * 86_400_000;

/** Removes the letters of a `filePost` that were written more than a week ago, as their names say. */
export async function removeOldLetters(folder: string, now: Date) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)T\d{6}Z-[0-9a-f]{16}\.eml$/.exec(name) ?? [];
    if (year && now.getTime() - Date.parse(`${year}-${month}-${day}T24:00:00Z`) >= kept) await rm(join(folder, name));
  }
}
