import { emptyLog } from '../channels/forget.ts';
import type { Store } from '../store.ts';

const batch = 500;

/** Wraps the keys of channels anew, some in each commit: what a killed run has done stays, and the next one does the rest. */
export async function rotate(store: Store) {
  const header = store.keyring.newestHeader();
  let rotated = 0;
  for (let after = 0; ;) {
    const last = await store.write(() => rewrapSome(store, after, header));
    if (last === null) break;
    after = last.id;
    rotated += last.many;
  }
  if (rotated > 0) emptyLog(store);
  return rotated;
}

function rewrapSome({ sql, keyring }: Store, after: number, header: Buffer) {
  const rows = sql.all<{ channel_id: number; wrapped: Buffer }>(
    `SELECT channel_id, wrapped FROM addresses
     WHERE channel_id > ? AND substr(wrapped, 1, ${header.length}) <> ? ORDER BY channel_id LIMIT ${batch}`,
    after,
    header,
  );
  const wrapped = rows.flatMap(({ channel_id: id, wrapped: before }) => {
    const anew = rewrapped(keyring, id, before);
    return anew ? [{ id, anew }] : [];
  });
  for (const { id, anew } of wrapped) sql.run('UPDATE addresses SET wrapped = ? WHERE channel_id = ?', anew, id);
  return rows.length === 0 ? null : { id: rows.at(-1)!.channel_id, many: wrapped.length };
}

/** Null when the row is damaged: it stays as it is, and its key with it. */
function rewrapped(keyring: Store['keyring'], id: number, before: Buffer) {
  try {
    return keyring.rewrap(id, before);
  } catch {
    return null;
  }
}
