import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../../../site/release/seal-file.ts';
import { entriesIn, type Entry } from '../entries.ts';
import { withoutProcess } from '../without-chance.ts';
import { mailInWords } from './mail-in-words.ts';

/** What the publisher and the vault have in DATA_DIR, which the notifier shares with them on a small machine. */
const ofOthers = /^(catalog\.db|releases\b|vault\b)/;

/** The files of a notifier in its DATA_DIR. */
export function ownFiles(dataDir: string): Entry[] {
  return entriesIn(dataDir).filter(({ path }) => !ofOthers.test(path));
}

/** What is to be seen of them: name, mode and bytes; mails as they are read. */
export async function filesInWords(dataDir: string) {
  const words = ownFiles(dataDir).map(async (entry) => {
    const mode = (entry.stat.mode & 0o7777n).toString(8);
    // The name of a mail has a hash of its Message-ID.
    const name = entry.path.replace(/-[0-9a-f]{16}\.eml$/, '-HASH.eml');
    return `${name} ${mode} ${entry.stat.isFile() ? await contentOf(join(dataDir, entry.path)) : ''}`;
  });
  return (await Promise.all(words)).sort();
}

async function contentOf(file: string) {
  const bytes = readFileSync(file);
  if (file.endsWith('.holder')) return withoutProcess(bytes.toString());
  // storeDump reads it; SQLite's own files have salts, and the machine's own order of writing.
  if (/subscribers\.db[^/]*$/.test(file)) return '';
  return file.endsWith('.eml') ? JSON.stringify(await mailInWords(bytes)) : digestOf(bytes);
}
