import { endChannel } from '../channels/end-channel.ts';
import { channelById } from '../channels/state-of.ts';
import type { Store } from '../store.ts';
import type { Settlement } from '../subscribers.ts';
import { bitsOf, has, placeOf, set } from './bits.ts';
import { chunkById, endChunk, keepSets, type ChunkRow } from './chunk-row.ts';
import { count } from './count.ts';
import { tellParts } from './digest-parts.ts';
import { unpackIds } from './id-set.ts';

export function settle(store: Store, results: Settlement[], at: Date) {
  return store.write(() => {
    const total = { sent: 0, ambiguous: 0 };
    const old = results.filter((result) => !take(store, result, at, total)).map(({ chunk }) => chunk);
    count(store, 'sent', total.sent);
    count(store, 'ambiguous', total.ambiguous);
    return old;
  });
}

function take(store: Store, result: Settlement, at: Date, total: { sent: number; ambiguous: number }) {
  const row = chunkById(store, result.chunk);
  if (!row || row.fence !== result.fence || row.lease_until === null) return false;
  total.sent += mark(row, 'done', result.sent);
  total.ambiguous += mark(row, 'ambiguous', result.ambiguous);
  mark(
    row,
    'dead',
    [...result.gone.map(({ id }) => id), ...result.dropped],
  );
  keepSets(store, row);
  if (row.form === 'merged') tellDigest(store, row, result);
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

function tellDigest(store: Store, row: ChunkRow, { sent, ambiguous }: Settlement) {
  tellParts(store, row, [...sent, ...ambiguous], (part, ids) => {
    if (mark(part, 'done', ids) > 0) keepSets(store, part);
  });
}

function endIfOpen(store: Store, { id, ended_at }: ChunkRow, at: Date) {
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
