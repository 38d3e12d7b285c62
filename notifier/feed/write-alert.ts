import type { Clock } from '../../db/clock.ts';
import type { AlertEvent } from '../../db/subscribers/alert-event.ts';
import type { Ledger } from '../../db/subscribers/subscribers.ts';
import { tell, type Telling } from '../match/tell.ts';
import type { Cursor } from './cursor.ts';

export type Writing = Telling & { store: Pick<Ledger, 'record' | 'move' | 'cancel' | 'told'>; clock: Clock };

/**
 * Writes an alert down. One that was taken back goes on from where it was: nobody hears twice. What somebody has been told of a
 * notice is put right, whatever they follow now. The cursor is changed, and not kept.
 * @returns false where it was written down before, and is to be told as it was.
 */
export async function writeAlert(alert: AlertEvent, cursor: Cursor, { store, matcher, clock }: Writing) {
  const { id, kind, noticeId, notBefore, expiresAt } = alert;
  const now = clock.now();
  const also = kind === 'correction' || kind === 'cancelled' ? await store.told(noticeId) : undefined;
  // The ledger forgets what has long expired: then it is new again, though it was taken back once.
  const isNew = await tell(alert, { store, matcher }, now, also && { also });
  if (kind !== 'results') return isNew;
  const comesBack = !isNew && cursor.results.get(id)?.takenBack === true;
  if (comesBack) await store.move(id, { notBefore, expiresAt }, now);
  const [from, until] = [notBefore.getTime(), expiresAt.getTime()];
  cursor.results.set(id, { notBefore: from, expiresAt: until, takenBack: false });
  return isNew || comesBack;
}
