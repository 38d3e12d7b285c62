import type { Forgotten } from './forgotten.ts';
import type { Keyring } from './keyring.ts';

/** What the functions of the store lean on. */
export type Store = {
  file: string;
  sql: Sql;
  keyring: Keyring;
  forgotten: Forgotten;
  /** Of chunks of digests that are in hand, the chunks of what their sender tells, by number. In memory, as a hand is. */
  telling: Map<number, ReadonlySet<number>>;
  /** Makes a change as a transaction of its own, durable when it resolves. It may run twice: it must change rows and nothing else. */
  write: <T>(change: () => T) => Promise<T>;
};

type Value = string | number | null | Uint8Array;

/** Statements are prepared once. */
export type Sql = {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what its columns are
  one<Row>(text: string, ...values: Value[]): Row | undefined;
  all<Row>(text: string, ...values: Value[]): Row[];
  /** @returns how many rows it changed, and the number of the row that it inserted. */
  run(text: string, ...values: Value[]): { changes: number; lastInsertRowid: number };
  exec(text: string): void;
};
