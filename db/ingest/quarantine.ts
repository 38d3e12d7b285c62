import { createHash } from 'node:crypto';
import type { Facts } from '../catalog/open.ts';
import { quarantine } from '../catalog/schema.ts';
import { and, eq, inArray } from '../drizzle.ts';
import type { Operation } from './operations.ts';
import { countRefusal, type Tally } from './tally.ts';

const longest = 4_000;

export type Refusal = { place: string; reason: string; text: string; key?: string | null };

/** Puts a piece of a source aside with its reason and its place. A second sight of the same piece adds nothing. */
export function setAside(db: Facts, now: Date, tally: Tally, operation: Operation, refusal: Refusal) {
  const { place, reason, text, key = null } = refusal;
  const id = createHash('sha256').update(`${operation.name}\n${text}`).digest('hex');
  db.insert(quarantine)
    .values({
      id,
      operation: operation.name,
      key,
      place,
      reason,
      row: text.slice(0, longest),
      seenAt: now.toISOString(),
    })
    .onConflictDoNothing()
    .run();
  countRefusal(tally, operation.holds, place, reason);
}

/** Lets go of refused rows whose place a good one has taken. */
export function letGo(db: Facts, operation: Operation, keys: string[]) {
  if (keys.length === 0) return;
  db.delete(quarantine)
    .where(and(eq(quarantine.operation, operation.name), inArray(quarantine.key, keys)))
    .run();
}
