import { z } from 'zod';
import type { Kept } from '../../db/subscribers/subscribers.ts';

const written = z.object({
  /** Id of the reminder that it is of: its own, but where it was written down for people's own hour. */
  reminder: z.string(),
  /** That Korean hour, negative on the evening before; null for all others. */
  hour: z.int().nullable(),
  /** Epoch milliseconds. */
  notBefore: z.number(),
  expiresAt: z.number(),
  takenBack: z.boolean(),
  /** False while it is about to be: whoever finds it so does it. */
  isWritten: z.boolean(),
});

/** A reminder that is written down in the ledger, or about to be, and has not expired. */
type Written = z.infer<typeof written>;

const format = z.array(z.tuple([z.string(), written]));
const name = 'reminders';

export type KeptReminders = {
  /** By their ids in the ledger. */
  all: ReadonlyMap<string, Written>;
  set(id: string, state: Written): void;
  /** Makes what was set durable. */
  keep(): Promise<void>;
};

export async function keptReminders(store: Kept, now: Date): Promise<KeptReminders> {
  const text = await store.kept(name);
  const read = text === null ? [] : format.parse(JSON.parse(text));
  const all = new Map(read.filter(([, { expiresAt }]) => expiresAt > now.getTime()));
  let changed = all.size !== read.length;
  return {
    all,
    set(id: string, state: Written) {
      all.set(id, state);
      changed = true;
    },
    async keep() {
      if (changed) await store.keep(name, JSON.stringify([...all]));
      changed = false;
    },
  };
}
