import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hoursOf } from '../../../db/catalog/hours.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { openIntake } from '../../../db/ingest/intake.ts';
import type { Tally } from '../../../db/ingest/tally.ts';
import type { ClosedPackage } from '../../../db/vault/closed-package.ts';
import { openPackages, vaultFiles } from '../../../db/vault/open-packages.ts';
import type { Vault } from './vault.ts';

type Opened = { file: string } & ClosedPackage;

/** A digest of which files lie in the vault: what was prepared before one came is not complete any more. */
export function packagesDigest(vault: string) {
  const hash = createHash('sha256');
  for (const { file } of vaultFiles(vault)) {
    const { size, mtimeMs } = statSync(join(vault, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Takes the rows of every package whose instant is `at` or before into the facts, as what is known at `at`. The intake lets
 * in only rows whose notice has its instant by then, so a package that says an earlier hour than the public days brings
 * nothing forward.
 * @returns the files that are in with every row, and a sentence for each that is not; none of them tells a notice or a count.
 */
export async function takePackages(db: Facts, { folder, identity }: Vault, at: Date) {
  const whole: string[] = [];
  const problems: string[] = [];
  for await (const each of openPackages(folder, identity)) {
    if ('problem' in each) problems.push(`Package ${each.file} of the vault is left out. ${firstLine(each.problem)}`);
    else if (each.at > at) continue;
    else if (takesAll(db, each, at)) whole.push(each.file);
    else
      problems.push(
        `Package ${each.file} of the vault has rows that stay closed: their notice is unknown, held, or has a later instant. ` +
          'See "npm run vault -- list" and "npm run publications -- list".',
      );
  }
  return { whole, problems };
}

/** Puts packages that are published out of the way: they are kept, and nobody opens them again. */
export function putAway(vault: string, files: string[]) {
  mkdirSync(join(vault, 'published'), { recursive: true, mode: 0o700 });
  for (const file of files) renameSync(join(vault, file), join(vault, 'published', file));
}

function takesAll(db: Facts, { file, rows }: Opened, at: Date) {
  const intake = openIntake(db, at, hoursOf(db));
  for (const [operation, some] of Map.groupBy(rows, (row) => row.operation))
    intake.take(
      operation,
      some.map(({ row }) => ({ place: `package ${file}`, row })),
    );
  return rowsIn(intake.tally) === rows.length;
}

function rowsIn({ rows }: Tally) {
  return [rows.competition, rows['special-supply'], rows.score]
    .flatMap((kind) => [kind.new, kind.changed, kind.same])
    .reduce((sum, some) => sum + some, 0);
}

/** The lines after it name rows, and how many there are is closed. */
function firstLine(text: string) {
  return text.split('\n')[0]!.replace(/:$/, '.');
}
