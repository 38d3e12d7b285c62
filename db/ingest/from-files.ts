import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Intake } from './intake.ts';
import { linesOf } from './lines.ts';
import { operations, type Operation } from './operations.ts';
import { rowsOf } from './envelope.ts';
import { noticeOf, type SourceRow } from './read-row.ts';

const batch = 1_000;
const kept = 4_000;

export type FileReport = { taken: string[]; skipped: string[]; failed: string[] };

/**
 * Takes every `<operation>[.anything].jsonl` (a row a line) or `.json` (rows, or the API's envelope) of a folder. A file that
 * cannot be read at all is named and left; the others go on.
 * @throws a sentence when the folder cannot be read or holds no such file, and what the catalog throws when it cannot be written.
 */
export async function takeFiles(intake: Intake, folder: string, progress: (line: string) => void): Promise<FileReport> {
  const names = filesIn(folder);
  const report: FileReport = { taken: [], skipped: names.filter((name) => !operationOf(name)), failed: [] };
  for (const operation of operations)
    for (const name of names.filter((candidate) => operationOf(candidate) === operation)) {
      progress(`${name} …`);
      try {
        await takeFile(intake, operation, join(folder, name));
        report.taken.push(name);
      } catch (error) {
        if (isOfTheCatalog(error)) throw error;
        report.failed.push(`${name}: ${(error as Error).message}`);
      }
    }
  if (report.taken.length + report.failed.length === 0)
    throw new Error(
      `${folder} holds no file of the open API. Name files for their operation, for example getAPTLttotPblancDetail.jsonl.`,
    );
  return report;
}

/** Not the file is to blame: no other one will go in either. */
function isOfTheCatalog(error: unknown) {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_');
}

function filesIn(folder: string) {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    throw new Error(`${folder} is no folder that can be read. Name one with --from DIR.`, { cause });
  }
}

/** `getAPTLttotPblancMdl.2026820011.json` → its operation. The documents spell getAptLttotPblancScore in two ways. */
function operationOf(name: string) {
  const [stem, ...rest] = name.split('.');
  const ending = rest.at(-1);
  if (ending !== 'json' && ending !== 'jsonl') return undefined;
  return operations.find((operation) => operation.name.toLowerCase() === stem?.toLowerCase());
}

async function takeFile(intake: Intake, operation: Operation, path: string) {
  return path.endsWith('.jsonl') ? takeLines(intake, operation, path) : takeDocument(intake, operation, path);
}

function takeDocument(intake: Intake, operation: Operation, path: string) {
  const { size } = statSync(path);
  if (size > 256 << 20) throw new Error('is larger than 256 MB. Give rows one a line, in a .jsonl file');
  const rows = rowsOf(readFileSync(path, 'utf8'));
  const { add, flush } = portions(intake, operation);
  rows.forEach((row, i) => add({ place: placeOf(operation, path, row, ` row ${i + 1}`), row }));
  flush();
}

async function takeLines(intake: Intake, operation: Operation, path: string) {
  const { add, flush } = portions(intake, operation);
  let readable = 0;
  const broken: { place: string; text: string; reason: string }[] = [];
  let number = 0;
  for await (const { text, tooLong } of linesOf(path)) {
    number += 1;
    if (text.trim() === '') continue;
    const row = tooLong ? undefined : parsed(text);
    const place = placeOf(operation, path, row, `:${number}`);
    if (row === undefined)
      broken.push({ place, text: text.slice(0, kept), reason: tooLong ? 'is longer than 1 MB' : 'is no JSON' });
    else {
      readable += 1;
      add({ place, row });
    }
  }
  flush();
  if (readable === 0 && broken.length > 0 && !broken.some(({ text }) => text.trimStart().startsWith('{')))
    throw new Error('no line of it is JSON. Was a web page saved in its place?');
  for (const { place, text, reason } of broken) intake.refuse(operation, place, reason, text);
}

/** Hands rows over in portions. How many closed rows are among them tells in no portion. */
function portions(intake: Intake, operation: Operation) {
  let read: SourceRow[] = [];
  let open: SourceRow[] = [];
  const look = (enough: number) => {
    open.push(...intake.open(operation, read));
    read = [];
    for (; open.length >= enough; open = open.slice(batch)) intake.take(operation, open.slice(0, batch));
  };
  return {
    add: (row: SourceRow) => void (read.push(row) === batch && look(batch)),
    flush: () => look(1),
  };
}

/** Where a row stands. A row of results is found by its notice: the number of its line would count rows that are closed. */
function placeOf({ service }: Operation, path: string, row: unknown, position: string) {
  if (service !== 'ApplyhomeInfoCmpetRtSvc') return basename(path) + position;
  return `${basename(path)} ${noticeOf(row) ?? ''}`.trim();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
