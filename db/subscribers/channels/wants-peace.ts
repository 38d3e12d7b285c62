import { mostQuestions, retention } from '../retention.ts';
import type { Store } from '../store.ts';
import type { ChannelRow } from './state-of.ts';

/**
 * Whether an e-mail address is not to be asked now, whoever types it in: it left when it was asked last, or has left several questions
 * without an answer. Who has forgotten it (an operator, on request) may ask anew.
 */
export function wantsPeace({ sql }: Pick<Store, 'sql'>, { id, state }: ChannelRow, now: Date) {
  if (state === 'confirmed') return false;
  const since = (time: number) => now.getTime() - time;
  const declined = sql.one(
    `SELECT 1 AS yes FROM channels WHERE id = ? AND state = 'ended' AND confirmed_at IS NULL
       AND ended_reason = 'unsubscribed' AND ended_at > ?`,
    id,
    since(retention.declined),
  );
  if (declined) return true;
  const { questions } = sql.one<{ questions: number }>(
    `SELECT count(*) AS questions FROM consents WHERE channel_id = ?1 AND what = 'asked' AND at > ?2
       AND id > (SELECT coalesce(max(id), 0) FROM consents WHERE channel_id = ?1 AND what = 'confirmed')`,
    id,
    since(retention.unanswered),
  )!;
  return questions >= mostQuestions;
}
