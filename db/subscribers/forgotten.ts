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
  /** `left`: it wants nothing more. `suppressed`: and must never be asked again. */
  is: z.enum(['forgotten', 'left', 'suppressed']),
});
export type ForgottenLine = z.infer<typeof line>;

/** Who was forgotten or has left, kept outside the store: a backup that is restored must not bring them back. */
export type Forgotten = {
  /** On the disk when it returns. */
  add(line: ForgottenLine): void;
  all(): ForgottenLine[];
  /** Drops what is older. @returns how many. */
  trim(before: Date): number;
};

/** `<dataDir>/forgotten.jsonl`, keyed hashes only. Whoever writes it has the lock of the store. */
export function forgottenIn(dataDir: string): Forgotten {
  const file = join(dataDir, 'forgotten.jsonl');
  const all = () =>
    existsSync(file) ? wholeLines(readFileSync(file, 'utf8')).map((text, i) => lineOf(text, file, i)) : [];
  return {
    add(each) {
      const made = !existsSync(file);
      const descriptor = openSync(file, 'a+', 0o600);
      try {
        cutTornLine(descriptor);
        writeFileSync(descriptor, `${JSON.stringify(each)}\n`);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      if (made) syncPath(dirname(file));
    },
    all,
    trim(before) {
      const lines = all();
      const stay = lines.filter(({ at }) => new Date(at) >= before);
      if (stay.length < lines.length) replaceDurably(file, stay.map((each) => `${JSON.stringify(each)}\n`).join(''));
      return lines.length - stay.length;
    },
  };
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
    return line.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file}:${i + 1} is damaged. Mend or remove the line: it names somebody who must not come back.`);
  }
}
