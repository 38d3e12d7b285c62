import { endChannel, saysNever } from '../channels/end-channel.ts';
import { channelById } from '../channels/state-of.ts';
import type { Store } from '../store.ts';
import type { Settlement } from '../subscribers.ts';
import { bitsOf, has, placeOf, set } from './bits.ts';
import { chunkById, endChunk, keepSets, type ChunkRow } from './chunk-row.ts';
import { count } from './count.ts';
import { toldParts, untoldIn } from './digest-parts.ts';
import { unpackIds } from './id-set.ts';

export async function settle(store: Store, results: Settlement[], at: Date) {
  noteSuppressed(store, results, at);
  const old = await store.write(() => {
    const total = { sent: 0, ambiguous: 0 };
    const refused = results.filter((result) => !take(store, result, at, total)).map(({ chunk }) => chunk);
    count(store, 'sent', total.sent);
    count(store, 'ambiguous', total.ambiguous);
    return refused;
  });
  for (const { chunk } of results) if (store.telling.has(chunk) && !isInHand(store, chunk)) store.telling.delete(chunk);
  return old;
}

/** Who is never to be written to again is so first where a backup cannot undo it. */
function noteSuppressed(store: Store, results: Settlement[], at: Date) {
  const lines = results.flatMap(({ chunk, fence, gone }) => {
    const never = gone.filter(({ reason }) => saysNever.has(reason));
    if (never.length === 0 || chunkById(store, chunk)?.fence !== fence) return [];
    return never
      .flatMap(({ id }) => channelById(store, id) ?? [])
      .filter(({ by, state }) => by === 'email' && state !== 'ended')
      .map(({ lookup }) => ({ lookup: lookup.toString('base64url'), at: at.toISOString(), is: 'suppressed' as const }));
  });
  store.forgotten.add(...lines);
}

function take(store: Store, result: Settlement, at: Date, total: { sent: number; ambiguous: number }) {
  const row = chunkById(store, result.chunk);
  if (!row || row.fence !== result.fence || row.lease_until === null) return false;
  total.sent += mark(row, 'done', result.sent);
  total.ambiguous += mark(row, 'ambiguous', result.ambiguous);
  mark(row, 'dead', [...result.gone.map(({ id }) => id), ...result.dropped]);
  keepSets(store, row);
  if (row.form === 'merged') tellDigest(store, row, result, at);
  for (const { id, reason } of result.gone) {
    const channel = channelById(store, id);
    if (channel) endChannel(store, channel, reason, at);
  }
  if (row.left === 0) endIfOpen(store, row, at);
  else if (result.againAt) letGo(store, row.id, result.againAt);
  return true;
}

/** Sets bits of channels that have none yet. @returns how many. */
function mark(row: ChunkRow, kind: 'done' | 'dead' | 'ambiguous', ids: number[]) {
  if (ids.length === 0) return 0;
  const want = unpackIds(row.want);
  const bits = (row[kind] = bitsOf(row[kind], row.wanted));
  let marked = 0;
  for (const id of ids) {
    const i = placeOf(want, id);
    if (i < 0 || has(row.done, i) || has(row.dead, i) || has(row.ambiguous, i)) continue;
    set(bits, i);
    marked++;
  }
  row.left -= marked;
  return marked;
}

/** Each event knows whom it was told in a digest, and who did not want it any more. */
function tellDigest(store: Store, row: ChunkRow, { sent, ambiguous, dropped }: Settlement, at: Date) {
  const reached = [...sent, ...ambiguous];
  if (reached.length + dropped.length === 0) return;
  for (const part of toldParts(store, row, at))
    if (mark(part, 'done', reached) + mark(part, 'dead', dropped) > 0) keepSets(store, part);
}

function endIfOpen(store: Store, row: ChunkRow, at: Date) {
  const { id, ended_at } = row;
  if (row.form === 'merged') count(store, 'expired', untoldIn(store, row));
  if (ended_at === null) endChunk(store, id, 'done', at);
  else store.sql.run('UPDATE chunks SET lease_until = NULL WHERE id = ?', id);
}

/** It takes another place among its equals, so that what fails is not always tried first. */
function letGo({ sql }: Store, id: number, againAt: Date) {
  sql.run(
    'UPDATE chunks SET lease_until = NULL, again_at = ?, turn = random() & 0x7fffffff WHERE id = ?',
    againAt.getTime(),
    id,
  );
}

function isInHand({ sql }: Store, id: number) {
  return sql.one('SELECT 1 AS yes FROM chunks WHERE id = ? AND lease_until IS NOT NULL', id) !== undefined;
}
