import type Database from 'better-sqlite3';
import type { Sql } from './store.ts';

export function sqlOf(client: Database.Database): Sql {
  const known = new Map<string, { statement: Database.Statement; blobs: string[] }>();
  const prepared = (text: string) => {
    let entry = known.get(text);
    if (!entry) {
      const statement = client.prepare(text);
      known.set(text, (entry = { statement, blobs: mayBeBlobs(statement) }));
    }
    return entry;
  };
  // Values go as one array: libsql takes a lone Buffer for an object of named values.
  return {
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as in the type
    one: <Row>(text: string, ...values: unknown[]) => prepared(text).statement.get(values) as Row | undefined,
    all<Row>(text: string, ...values: unknown[]) {
      const { statement, blobs } = prepared(text);
      const rows = statement.all(values) as Record<string, unknown>[];
      if (blobs.length > 0) for (const row of rows) withBuffers(row, blobs);
      return rows as Row[];
    },
    run: (text, ...values) => prepared(text).statement.run(values) as { changes: number; lastInsertRowid: number },
    exec: (text) => void client.exec(text),
  };
}

/** Columns of blobs, and those of which SQLite does not know what they hold. */
function mayBeBlobs(statement: Database.Statement) {
  return statement
    .columns()
    .filter(({ type }) => type === null || type === 'BLOB')
    .map(({ name }) => name);
}

/** Of several rows libsql gives each blob as an ArrayBuffer, of a single row as a Buffer. */
function withBuffers(row: Record<string, unknown>, blobs: string[]) {
  for (const name of blobs) if (row[name] instanceof ArrayBuffer) row[name] = Buffer.from(row[name]);
}
