import { senderSaying } from './sender-saying.ts';
import { dispatchStage } from './stage.ts';

export const names = (many: number) => Array.from({ length: many }, (_, i) => `reader${i + 1}@example.kr`);

/** Readers, and a sender that answers what a test says. */
export async function town(many: number, says?: Parameters<typeof senderSaying>[0]) {
  const email = senderSaying(says);
  const stage = await dispatchStage(() => ({ email }));
  return { stage, email, ids: await stage.readers(...names(many)) };
}
