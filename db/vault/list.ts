import { statSync } from 'node:fs';
import { join } from 'node:path';
import { koreanStamp } from '../clock.ts';
import { noticeOf } from '../ingest/read-row.ts';
import type { ClosedPackage } from './closed-package.ts';
import { openPackages, vaultFiles } from './open-packages.ts';

/**
 * A line for each package: its name, size and when it was put there. With the identity also its instant and its notices, which
 * are public facts. How many rows it holds, and of which operations, stays closed.
 * @returns the lines, and a sentence for each file that is no package or cannot be opened.
 */
export async function listVault(folder: string, identity: string | null, now: Date) {
  const lines: string[] = [];
  const problems: string[] = [];
  for await (const each of identity ? openPackages(folder, identity) : vaultFiles(folder))
    if ('problem' in each && each.problem !== null) problems.push(`${each.file}: ${each.problem}`);
    else lines.push([outside(folder, each.file), ...('at' in each ? inside(each, now) : [])].join('  '));
  return { lines, problems };
}

function outside(folder: string, file: string) {
  const { size, mtime } = statSync(join(folder, file));
  return `${file}  ${size.toLocaleString('en')} bytes  put there ${koreanStamp(mtime)}`;
}

function inside({ at, rows }: ClosedPackage, now: Date) {
  const ids = [...new Set(rows.map(({ row }) => String(noticeOf(row))))].sort();
  return [`until ${koreanStamp(at)}${at <= now ? ' (passed)' : ''}`, `notices ${ids.join(', ')}`];
}
