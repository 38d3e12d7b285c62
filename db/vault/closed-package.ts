import { z } from 'zod';
import { parseInstant } from '../clock.ts';
import { resultOperations, type ResultOperation } from '../ingest/operations.ts';
import { checkRows } from './check-rows.ts';

/** A row of results as the open API would give it, and the operation that reads it. */
export type ClosedRow = { operation: ResultOperation; row: unknown };
/** Results of one or more notices that become public at one instant. */
export type ClosedPackage = { at: Date; rows: ClosedRow[] };
/** Why something is no package: operation, number of the row and fields, never what stands in them. */
export type Problem = { problem: string };

const document = z.strictObject({ at: z.string().optional(), rows: z.record(z.string(), z.array(z.unknown())) });

/**
 * Reads a package in clear, `{ "at": instant, "rows": { "<operation>": [row, …] } }`, in UTF-8.
 * @param until the instant that the command was given: the document need not say it, but may not say another.
 */
export function readPackage(bytes: Uint8Array, until?: Date): ClosedPackage | Problem {
  const read = document.safeParse(jsonOf(bytes));
  if (!read.success)
    return { problem: 'It is no package: one JSON document { "at": …, "rows": { … } } in UTF-8 was expected.' };
  const at = instantOf(read.data.at, until);
  if ('problem' in at) return at;
  const named = Object.entries(read.data.rows).map(([name, rows]) => ({ operation: operationOf(name), rows }));
  const rows: ClosedRow[] = [];
  for (const { operation, rows: given } of named) {
    if (!operation) return { problem: `A name under "rows" is no operation of results. There are ${known}.` };
    for (const row of given) rows.push({ operation, row });
  }
  if (rows.length === 0) return { problem: 'It holds no row.' };
  return checkRows(rows) ?? { at: at.instant, rows };
}

const known = resultOperations.map(({ name }) => name).join(', ');

/** The documents of the API spell getAptLttotPblancScore in two ways. */
function operationOf(name: string) {
  return resultOperations.find((operation) => operation.name.toLowerCase() === name.toLowerCase());
}

/** What a parser says about its input carries pieces of the input, so nothing of it goes on. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function instantOf(said: string | undefined, until: Date | undefined): { instant: Date } | Problem {
  if (said === undefined)
    return until ? { instant: until } : { problem: 'It says no instant: "at" is missing beside "rows".' };
  const instant = parsedInstant(said);
  if (!instant) return { problem: 'Its "at" is no instant with an offset, such as 2026-11-22T19:30:00+09:00.' };
  if (until && instant.getTime() !== until.getTime())
    return { problem: 'Its "at" is another instant than --at. Find out which one is right.' };
  return { instant };
}

function parsedInstant(text: string) {
  try {
    return parseInstant(text);
  } catch {
    return null;
  }
}
