import { z } from 'zod';
import type { PushPut } from '../../db/alert-pages.ts';
import { wishesSchema } from './read-wishes.ts';

const endpoint = z.string().min(1).max(2_000);

const schemas = {
  // Browsers tell more of a subscription than we ask for.
  put: z.object({
    endpoint,
    keys: z.object({ p256dh: z.string().max(100), auth: z.string().max(40) }),
    vapidKey: z.string().max(100),
    wishes: wishesSchema.optional(),
    agreed: z.string().max(20).optional(),
    was: endpoint.optional(),
    again: z.boolean().optional(),
  }) satisfies z.ZodType<PushPut>,
  end: z.strictObject({ endpoint, forget: z.boolean().optional() }),
  test: z.strictObject({ endpoint }),
};

type Sent = { [Name in keyof typeof schemas]: z.infer<(typeof schemas)[Name]> };

/** What a script has sent as JSON; null where it is something else. */
export function readPush<Name extends keyof Sent>(name: Name, body: string): Sent[Name] | null {
  const read = schemas[name].safeParse(parsed(body));
  return read.success ? (read.data as Sent[Name]) : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null; // the parser's words would repeat what was sent
  }
}
