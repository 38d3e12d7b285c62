import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceDurably, syncPath } from './durably.ts';

const line = z.object({
  /** The keyed hash of the address, base64url. */
  lookup: z.base64url(),
  at: z.iso.datetime(),
  /** `left`: it wants nothing more. `suppressed`: and must never be asked again. `unsuppressed`: it may be asked again after all. */
  is: z.enum(['forgotten', 'left', 'suppressed', 'unsuppressed']),
});
export type ForgottenLine = z.infer<typeof line>;

/** The first line, where lines have been dropped: none of until then can be relied on to be there. */
const trimmed = z.object({ trimmedUntil: z.iso.datetime() });

/** Who was forgotten or has left, kept outside the store: a backup that is restored must not bring them back. */
export type Forgotten = {
  /** On the disk when it returns. */
  add(...lines: ForgottenLine[]): void;
  all(): ForgottenLine[];
  /** False where nobody has ever left, or the file was lost. */
  exists(): boolean;
  /** Instant of the newest line that was dropped; null where none was. Of a backup that is no later, nobody knows who has left since. */
  trimmedUntil(): Date | null;
  /** Drops what is older. @returns how many. */
  trim(before: Date): number;
};

/** `<dataDir>/forgotten.jsonl`, keyed hashes only. Whoever writes it has the lock of the store. */
export function forgottenIn(dataDir: string): Forgotten {
  const file = join(dataDir, 'forgotten.jsonl');
  const read = () => {
    const found = existsSync(file)
      ? wholeLines(readFileSync(file, 'utf8')).map((text, i) => lineOf(text, file, i))
      : [];
    const until = found.flatMap((each) => ('trimmedUntil' in each ? each.trimmedUntil : []))[0];
    return { until: until ?? null, lines: found.filter((each) => 'lookup' in each) };
  };
  return {
    add(...lines) {
      if (lines.length === 0) return;
      const made = !existsSync(file);
      const descriptor = openSync(file, 'a+', 0o600);
      try {
        cutTornLine(descriptor);
        writeFileSync(descriptor, textOf(lines));
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      if (made) syncPath(dirname(file));
    },
    all: () => read().lines,
    exists: () => existsSync(file),
    trimmedUntil() {
      const { until } = read();
      return until === null ? null : new Date(until);
    },
    trim(before) {
      const { until, lines } = read();
      const [stay, go] = [
        lines.filter(({ at }) => new Date(at) >= before),
        lines.filter(({ at }) => new Date(at) < before),
      ];
      if (go.length === 0) return 0;
      const latest = [until ?? '', ...go.map(({ at }) => new Date(at).toISOString())].sort().at(-1)!;
      replaceDurably(file, textOf([{ trimmedUntil: latest }, ...stay]));
      return go.length;
    },
  };
}

function textOf(lines: object[]) {
  return lines.map((each) => `${JSON.stringify(each)}\n`).join('');
}

/** A last line without its end was cut off by a kill or a full disk; nobody was told that it had happened. */
function wholeLines(text: string) {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);
}

function cutTornLine(descriptor: number) {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  if (size === 0 || (readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] === 0x0a)) return;
  const bytes = readFileSync(descriptor);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  ftruncateSync(descriptor, whole);
}

function lineOf(text: string, file: string, i: number) {
  try {
    return z.union([line, trimmed]).parse(JSON.parse(text));
  } catch {
    throw new Error(`${file}:${i + 1} is damaged. Mend or remove the line: it names somebody who must not come back.`);
  }
}
