import { houseTypeOperations, noticeOperations, resultOperations, type Operation } from '../operations.ts';
import { openFailures, type Failures } from './failures.ts';
import { readHouseTypes } from './house-types.ts';
import { readNotices } from './notices.ts';
import { resultsDue, type Seen } from './results-due.ts';
import { askForResults, readAllResults } from './results.ts';
import type { Visit } from './visit.ts';
import { windowStart } from './window.ts';

/**
 * Notices and their house types first, then results, and these only of kinds whose notices this run, or the one that it
 * continues, has just seen: nobody asks for results on dates that may have moved.
 * @throws one sentence for each operation that failed, after the others were read.
 */
export async function makeRounds(visit: Visit) {
  const failures = openFailures();
  const seen = await readPublicTables(visit, failures);
  if (visit.full) await sweepResults(visit, failures, seen);
  else await askForDueResults(visit, failures, seen);
  failures.end();
}

async function readPublicTables(visit: Visit, failures: Failures) {
  const seen: Seen[] = [];
  for (const operation of noticeOperations)
    await failures.attempt(async () => {
      const since = windowStart(visit.db, operation.kinds, visit.now);
      await readNotices(visit, operation, since);
      for (const houseTypes of houseTypeOperations.filter((candidate) => sharesKind(candidate, operation)))
        await readHouseTypes(visit, houseTypes, since);
      seen.push({ since, results: resultOperations.filter((candidate) => sharesKind(candidate, operation)) });
    });
  return seen;
}

async function sweepResults(visit: Visit, failures: Failures, seen: Seen[]) {
  for (const operation of seen.flatMap(({ results }) => results))
    await failures.attempt(() => readAllResults(visit, operation));
}

async function askForDueResults(visit: Visit, failures: Failures, seen: Seen[]) {
  const failed = new Set<Operation>();
  for (const { operation, noticeId } of resultsDue(visit, seen)) {
    if (failed.has(operation)) continue;
    if (!(await failures.attempt(() => askForResults(visit, operation, noticeId)))) failed.add(operation);
  }
}

function sharesKind(one: Operation, other: Operation) {
  return one.kinds.some((kind) => other.kinds.includes(kind));
}
