import { endChannel } from './channels/end-channel.ts';
import { eraseChannel } from './channels/forget.ts';
import { channelByLookup } from './channels/state-of.ts';
import { addSuppression, liftSuppression } from './channels/suppression.ts';
import type { ForgottenLine } from './forgotten.ts';
import type { Sql } from './store.ts';

/** Does again to a restored store what people asked after the backup was made. @returns how many channels it concerned. */
export function applyForgotten(sql: Sql, lines: ForgottenLine[]) {
  sql.exec('BEGIN IMMEDIATE');
  const concerned = lines.filter((line) => apply({ sql }, line)).length;
  sql.exec('COMMIT');
  return concerned;
}

function apply(store: { sql: Sql }, { lookup, at, is }: ForgottenLine) {
  const hash = Buffer.from(lookup, 'base64url');
  const when = new Date(at);
  if (is === 'suppressed') addSuppression(store, hash, 'suppressed', when);
  if (is === 'unsuppressed') return void liftSuppression(store, hash);
  const channel = channelByLookup(store, hash);
  // Who has asked again after that is meant to be there.
  if (!channel || channel.askedAt > when.getTime()) return false;
  if (is === 'forgotten') return eraseChannel(store, channel.id);
  return endChannel(store, channel, is === 'left' ? 'unsubscribed' : 'suppressed', when);
}
