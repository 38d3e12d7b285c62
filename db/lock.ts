import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Takes `<file>.lock` for this process. The operating system lets go of it when the process dies, however it dies.
 * @param holder what the process is, in the sentence that a second one gets: `npm run ingest`.
 * @returns a function that gives the lock back.
 * @throws a sentence that names the holder when another process has it.
 */
export function takeLock(file: string, holder: string) {
  const note = `${file}.holder`;
  // An open SQLite transaction is the lock: Node has no flock(2), and a file with a process id outlives its process.
  const lock = new Database(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (!String((cause as { code?: string }).code).startsWith('SQLITE_BUSY')) throw cause;
    throw new Error(`${file} is in use by ${holderIn(note)}. Wait until it has ended, or stop it.`, { cause });
  }
  writeFileSync(note, JSON.stringify({ pid: process.pid, holder }), { mode: 0o600 });
  return () => {
    rmSync(note, { force: true });
    lock.exec('ROLLBACK');
    lock.close();
  };
}

function holderIn(note: string) {
  try {
    const { pid, holder } = JSON.parse(readFileSync(note, 'utf8')) as { pid: number; holder: string };
    return `process ${pid} (${holder})`;
  } catch {
    return 'another process';
  }
}
