import { createHash, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readVapidFile, writeVapidFile } from './vapid-file.ts';

/** With it a push service knows that messages come from who subscribed (RFC 8292). */
export type VapidKey = {
  /** Follows from the public key. */
  id: string;
  /** Base64url of the uncompressed point, 65 bytes: `applicationServerKey` of a browser. */
  publicKey: string;
  /** Base64url, 32 bytes. */
  privateKey: string;
  madeAt: Date;
};

export type VapidKeys = {
  /** The one for new subscriptions. */
  newest(): VapidKey;
  /** By its id, or by the public key that a browser subscribed with. */
  of(name: string): VapidKey | undefined;
  /**
   * Makes a new key for new subscriptions, and destroys those with which no channel subscribed any more; the last one stays, for
   * pages that are open now. Browsers change over as they visit.
   */
  rotate(at: Date, inUse: ReadonlySet<string>): VapidKey;
};

const text = z.string().regex(/^[\w-]+$/);
const schema = z
  .array(z.object({ id: text, publicKey: text.length(87), privateKey: text.length(43), madeAt: z.coerce.date() }))
  .min(1);

/**
 * The VAPID keys in `DATA_DIR/keys/vapid.json` (0600, the newest last), made if there are none.
 * @throws a sentence when the file is damaged or open to others; it never carries what stands in it.
 */
export function openVapidKeys(dataDir: string, at: Date): VapidKeys {
  const file = join(dataDir, 'keys', 'vapid.json');
  let keys = keysIn(file);
  if (!keys) writeVapidFile(file, (keys = [makeKey(at)]));
  const all = () => keys!;
  return {
    newest: () => all().at(-1)!,
    of: (name) => all().find(({ id, publicKey }) => id === name || publicKey === name),
    rotate(now, inUse) {
      const next = [...all().filter(({ id }, index) => inUse.has(id) || index === all().length - 1), makeKey(now)];
      writeVapidFile(file, next);
      keys = next;
      return next.at(-1)!;
    },
  };
}

function keysIn(file: string): VapidKey[] | null {
  const stored = readVapidFile(file);
  if (stored === null) return null;
  const read = schema.safeParse(stored);
  if (read.success) return read.data;
  // What zod says would print the keys.
  throw new Error(
    `${file} is damaged. Put it back from where the keys are backed up: with new keys everybody would have to subscribe again.`,
  );
}

function makeKey(madeAt: Date): VapidKey {
  const { x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')]);
  const id = createHash('sha256').update(point).digest('base64url').slice(0, 10);
  return { id, publicKey: point.toString('base64url'), privateKey: d!, madeAt };
}
