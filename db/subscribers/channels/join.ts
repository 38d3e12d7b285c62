import { isDeepStrictEqual } from 'node:util';
import type { Address } from '../channel.ts';
import { laneOf } from '../lane-of.ts';
import { lookupOf } from '../lookup-of.ts';
import type { Store } from '../store.ts';
import type { Consent, Joined } from '../subscribers.ts';
import type { Wishes } from '../wishes.ts';
import { addConsent } from './add-consent.ts';
import { addressOf, keepAddress } from './sealed-address.ts';
import { channelByLookup, type ChannelRow } from './state-of.ts';
import { isSuppressed } from './suppression.ts';
import { wantsPeace } from './wants-peace.ts';
import { addFollows, columnsOf, noWishes, setWishes, wishesOf } from './wishes-of.ts';

export function join(store: Store, address: Address, wishes: Wishes | null, consent: Consent): Promise<Joined> {
  const lookup = lookupOf(store.keyring, address);
  return store.write(() => {
    const known = channelByLookup(store, lookup);
    const mayAsk = !isSuppressed(store, lookup) && !(known && wantsPeace(store, known, consent.at));
    if (address.by === 'email' && !mayAsk) return { id: 0, generation: 0, state: 'suppressed' };
    if (!known) return joinAnew(store, address, lookup, wishes ?? noWishes, consent);
    if (known.state === 'ended') return comeBack(store, known, address, wishes ?? noWishes, consent);
    if (known.by === 'push') renew(store, known, address, wishes, consent);
    else if (known.state === 'asked') askAgain(store, known, address, wishes, consent);
    else if (!addressOf(store, known.id)) keepAddress(store, known.id, address); // its row was damaged
    return { id: known.id, generation: known.generation, state: known.state };
  });
}

function joinAnew(store: Store, address: Address, lookup: Buffer, wishes: Wishes, consent: Consent): Joined {
  const state = firstState(address);
  const at = consent.at.getTime();
  const { lastInsertRowid: id } = store.sql.run(
    `INSERT INTO channels ("by", lane, generation, state, joined_at, asked_at, confirmed_at, since, lookup,
       kinds, moments, digest_at, quiet_begins, quiet_ends)
     VALUES (?, ?, 1, ?, ?, ?, ?, (SELECT coalesce(max(seq), 0) FROM events), ?, ?, ?, ?, ?, ?)`,
    address.by,
    laneOf(address),
    state,
    at,
    at,
    state === 'confirmed' ? at : null,
    lookup,
    ...columnsOf(wishes),
  );
  keepAddress(store, id, address);
  addFollows(store, id, wishes);
  addConsent(store, id, state, consent);
  return { id, generation: 1, state };
}

/** An address that had left is asked like a new one, under the number it had. */
function comeBack(store: Store, known: ChannelRow, address: Address, wishes: Wishes, consent: Consent): Joined {
  const state = firstState(address);
  const at = consent.at.getTime();
  store.sql.run(
    `UPDATE channels SET lane = ?, generation = generation + 1, state = ?, joined_at = ?, asked_at = ?, confirmed_at = ?,
       ended_at = NULL, ended_reason = NULL, since = (SELECT coalesce(max(seq), 0) FROM events) WHERE id = ?`,
    laneOf(address),
    state,
    at,
    at,
    state === 'confirmed' ? at : null,
    known.id,
  );
  keepAddress(store, known.id, address);
  setWishes(store, known.id, wishes);
  addConsent(store, known.id, state, consent);
  return { id: known.id, generation: known.generation + 1, state };
}

/** A browser that comes by: nothing is written unless something is new. */
function renew(store: Store, { id }: ChannelRow, address: Address, wishes: Wishes | null, consent: Consent) {
  if (!isDeepStrictEqual(addressOf(store, id), address)) keepAddress(store, id, address);
  if (!wishes || isDeepStrictEqual(inOrder(wishes), inOrder(wishesOf(store, id)))) return;
  setWishes(store, id, wishes);
  addConsent(store, id, 'changed', consent);
}

function askAgain(store: Store, { id }: ChannelRow, address: Address, wishes: Wishes | null, consent: Consent) {
  store.sql.run('UPDATE channels SET asked_at = ? WHERE id = ?', consent.at.getTime(), id);
  keepAddress(store, id, address);
  if (wishes) setWishes(store, id, wishes);
  addConsent(store, id, 'asked', consent);
}

function firstState({ by }: Address) {
  return by === 'email' ? 'asked' : 'confirmed';
}

function inOrder(wishes: Wishes) {
  const sorted = (list: string[]) => [...new Set(list)].sort();
  const { places, notices, kinds, moments } = wishes;
  return {
    ...wishes,
    places: sorted(places),
    notices: sorted(notices),
    kinds: sorted(kinds),
    moments: sorted(moments),
  };
}
