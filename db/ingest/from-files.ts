import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Intake } from './intake.ts';
import { linesOf } from './lines.ts';
import { operations, type Operation } from './operations.ts';
import { rowsOf } from './envelope.ts';

const batch = 1_000;
const kept = 4_000;

export type FileReport = { taken: string[]; skipped: string[]; failed: string[] };

/**
 * Takes every `<operation>[.anything].jsonl` (a row a line) or `.json` (rows, or the API's envelope) of a folder. A file that
 * cannot be read at all is named and left; the others go on.
 * @throws a sentence when the folder cannot be read or holds no such file.
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
        report.failed.push(`${name}: ${(error as Error).message}`);
      }
    }
  if (report.taken.length + report.failed.length === 0)
    throw new Error(
      `${folder} holds no file of the open API. Name files for their operation, for example getAPTLttotPblancDetail.jsonl.`,
    );
  return report;
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
  for (let i = 0; i < rows.length; i += batch)
    intake.take(
      operation,
      rows.slice(i, i + batch).map((row, n) => ({ place: `${basename(path)} row ${i + n + 1}`, row })),
    );
}

async function takeLines(intake: Intake, operation: Operation, path: string) {
  let rows: { place: string; row: unknown }[] = [];
  let readable = 0;
  const broken: { place: string; text: string; reason: string }[] = [];
  const flush = () => {
    intake.take(operation, rows);
    rows = [];
  };
  let number = 0;
  for await (const { text, tooLong } of linesOf(path)) {
    number += 1;
    if (text.trim() === '') continue;
    const place = `${basename(path)}:${number}`;
    const row = tooLong ? undefined : parsed(text);
    if (row === undefined)
      broken.push({ place, text: text.slice(0, kept), reason: tooLong ? 'is longer than 1 MB' : 'is no JSON' });
    else {
      readable += 1;
      if (rows.push({ place, row }) === batch) flush();
    }
  }
  flush();
  if (readable === 0 && broken.length > 0) throw new Error('no line of it is JSON. Was a web page saved in its place?');
  for (const { place, text, reason } of broken) intake.refuse(operation, place, reason, text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
