import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { publicationOrder, type PublicationOrder } from './order.ts';

/*
 * `publications.jsonl`, an order a line, only ever added to. A file of its own, because an operator must be able to hold a
 * publication while another process has the catalog.
 */

export const recordIn = (dataDir: string) => join(dataDir, 'publications.jsonl');

/** Ends a line that was cut off while it was written, by a kill or a full disk. Such a line never was an order. */
const cutOff = ' -- cut off while it was written';

/**
 * Adds an order to the record; it is on the disk when this returns.
 * One write to a file that is opened for appending: lines of two processes never mix.
 */
export function recordOrder(dataDir: string, order: PublicationOrder) {
  const line = `${JSON.stringify(publicationOrder.parse(order))}\n`;
  const file = openSync(recordIn(dataDir), 'a+', 0o600);
  try {
    const bytes = Buffer.from(endsWhole(file) ? line : `${cutOff}\n${line}`);
    // The rest is not tried again: by then it could stand behind a line of another process.
    if (writeSync(file, bytes) < bytes.length) throw new Error('The order is not recorded, because the disk is full.');
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const folder = openSync(dataDir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/**
 * Reads the record. A last line without its end is an order that is being written, or never will be: it does not count.
 * @throws a sentence when a line is no order: what the operator decided must never be guessed.
 */
export function readOrders(dataDir: string): PublicationOrder[] {
  const text = read(recordIn(dataDir));
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap((line, i) =>
      line.trim() === '' || line.endsWith(cutOff) ? [] : [orderIn(line, `${recordIn(dataDir)}:${i + 1}`)],
    );
}

function orderIn(line: string, place: string) {
  try {
    return publicationOrder.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${place} is no order: ${whatIsWrong(cause)}. Mend the line; until then nothing is published.`, {
      cause,
    });
  }
}

function whatIsWrong(cause: unknown) {
  if (!(cause instanceof z.ZodError)) return 'it is no JSON';
  const { path, message } = cause.issues[0]!;
  return path.length > 0 ? `${path.join('.')} ${message}` : message;
}

function endsWhole(file: number) {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n');
}

function read(path: string) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
