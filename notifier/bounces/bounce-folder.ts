import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bounce } from './read-bounce.ts';
import { takeBounce, type TakingBounces } from './take-bounce.ts';

const written = z.object({ token: z.string().regex(/^[a-z2-7]{40}$/), gone: z.array(z.string()) });

/**
 * Leaves a bounce for the notifier, which alone may open its store. It is on the disk when this returns, and holds a token and
 * marks, no word of the mail.
 */
export async function leaveBounce(folder: string, bounce: Bounce) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = join(folder, randomUUID());
  await writeFile(`${name}.part`, JSON.stringify(bounce), { mode: 0o600, flush: true });
  await rename(`${name}.part`, `${name}.json`);
}

/** Takes what was left there, each once more where it was killed in between. @returns how often what came of it. */
export async function takeBounces(folder: string, taking: TakingBounces) {
  const counts = { ended: 0, passing: 0, elsewhere: 0, unknown: 0 };
  const names = await readdir(folder).catch(noneYet);
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const file = join(folder, name);
    const bounce = readWritten(await readFile(file, 'utf8'));
    counts[bounce ? await takeBounce(bounce, taking) : 'unknown']++;
    await rm(file);
  }
  return counts;
}

function readWritten(text: string) {
  try {
    return written.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function noneYet(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
