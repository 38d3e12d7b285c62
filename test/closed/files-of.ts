import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClosedLine } from './closed-lines.ts';
import { publicLines } from './notices.ts';

/** How the rows of a file stand in it: a line each, or as one document. */
export type Form = 'jsonl' | 'json';

/** Writes the files of a world: the public rows, and the closed lines among them. A document has none that is no JSON. */
export function writeFiles(folder: string, closed: ClosedLine[], form: Form = 'jsonl') {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, lines: string[]) =>
    writeFileSync(
      join(folder, `${name}.${form}`),
      form === 'jsonl' ? lines.map((line) => `${line}\n`).join('') : `[${lines.filter(isJson).join(',\n')}]`,
    );
  const shown = publicLines();
  for (const [operation, lines] of Object.entries(shown))
    write(
      operation,
      among(
        lines,
        closed.filter((each) => each.operation === operation && !each.apart),
      ),
    );
  for (const [operation, some] of Map.groupBy(
    closed.filter(({ apart }) => apart),
    (each) => each.operation,
  ))
    write(
      `${operation}.apart`,
      some.map(({ line }) => line),
    );
}

function among(lines: string[], closed: ClosedLine[]) {
  const placed = [
    ...lines.map((line, i) => ({ line, where: (i + 0.5) / lines.length })),
    ...closed.map(({ line, where }) => ({ line, where })),
  ];
  return placed.sort((a, b) => a.where - b.where).map(({ line }) => line);
}

function isJson(line: string) {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
