import type { Facts } from './open.ts';

/** Prepares a statement once a catalog: pages ask the same question tens of thousands of times. */
export function prepared<Statement>(prepare: (db: Facts) => Statement) {
  const known = new WeakMap<Facts, Statement>();
  return (db: Facts) => {
    const statement = known.get(db) ?? prepare(db);
    known.set(db, statement);
    return statement;
  };
}
