import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../../db/clock.ts';
import type { Ask, Letter, Post } from '../email/post.ts';
import type { Outcome } from '../sender.ts';
import { readable } from './readable.ts';

const pause = 60_000;
/** Tells what this process is writing from what one before it has left unfinished. */
const unfinished = `.${randomUUID()}.part`;

/**
 * A folder that takes letters as `20261122T103000Z-<hash of the Message-ID>.eml`, readable by its owner alone. A letter is on the disk
 * when it counts as sent, and one Message-ID is one file, however often it comes.
 * @param say hears where each letter is.
 * @param trouble hears in a sentence why none can be written, and null once one could.
 */
export function filePost(
  folder: string,
  clock: Clock,
  say: (line: string) => void = () => {},
  trouble: (sentence: string | null) => void = () => {},
): Post {
  const underWay = new Set<Promise<Outcome>>();
  /** Hashes of the letters that are there, or being written. */
  let known: Promise<Map<string, Promise<unknown>>> | undefined;
  let closed = false;

  async function write({ raw, messageId }: Letter, ask: Ask): Promise<Outcome> {
    const hash = createHash('sha256').update(messageId).digest('hex').slice(0, 16);
    const there = await (known ??= lettersIn(folder).catch((error: unknown) => {
      known = undefined;
      throw error;
    }));
    const why = ask();
    if (why) return { is: 'kept back', why };
    const stamp = clock.now().toISOString().slice(0, 19).replace(/[-:]/g, '');
    const writing = there.get(hash) ?? writeTelling(`${stamp}Z-${hash}.eml`, raw);
    there.set(hash, writing);
    try {
      await writing;
      trouble(null);
      return { is: 'sent' };
    } catch (error) {
      there.delete(hash);
      throw error;
    }
  }

  async function writeTelling(name: string, raw: Buffer) {
    await writeDurably(folder, name, readable(raw));
    say(`A mail is in ${join(folder, name)}.`);
  }

  return {
    async deliver(letter, _lane, ask) {
      if (closed) return { is: 'retry', after: null };
      const writing = write(letter, ask).catch((error: NodeJS.ErrnoException): Outcome => {
        // The disk is full, or the folder is gone: all letters wait.
        trouble(
          `Mails cannot be written into ${folder} (${error.code ?? 'no reason given'}). They wait and are tried again.`,
        );
        return { is: 'paused', until: new Date(clock.now().getTime() + pause) };
      });
      underWay.add(writing);
      return writing.finally(() => underWay.delete(writing));
    },
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}

/** What a killed process had not finished is removed. */
async function lettersIn(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  await Promise.all(
    names.filter((name) => name.endsWith('.part') && !name.endsWith(unfinished)).map((name) => rm(join(folder, name))),
  );
  const hashes = names.flatMap((name) => /-([0-9a-f]{16})\.eml$/.exec(name)?.[1] ?? []);
  return new Map(hashes.map((hash) => [hash, Promise.resolve()]));
}

async function writeDurably(folder: string, name: string, text: string) {
  const part = join(folder, `${name}${unfinished}`);
  try {
    await writeFile(part, text, { mode: 0o600, flush: true });
    await rename(part, join(folder, name));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
