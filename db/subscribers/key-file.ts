import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceDurably } from './durably.ts';

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);

const addressKeys = z.object({
  /** Of the keyed hashes. It is never renewed: nobody could be found any more. */
  lookup: key,
  /** Oldest first; the last one seals. */
  keys: z.array(z.object({ id: z.int().min(1), madeAt: z.iso.datetime(), key })).min(1),
});
export type AddressKeys = z.infer<typeof addressKeys>;

const tokenKeys = z.object({ key });

/**
 * The two files of keys in a folder of 0700.
 * @param needed true where there is a store already: then missing keys are a loss and no first start.
 */
export function keyFile(folder: string, needed: boolean) {
  const [addresses, tokens] = [join(folder, 'addresses.json'), join(folder, 'tokens.json')];
  return {
    addresses(make: () => AddressKeys) {
      mustBeThere(addresses, 'no address in subscribers.db can be read');
      return read(addresses, addressKeys, make);
    },
    tokens(make: () => z.infer<typeof tokenKeys>) {
      mustBeThere(tokens, 'no link in a mail that has gone out works any more, not even to unsubscribe');
      return read(tokens, tokenKeys, make);
    },
    keep: (keys: AddressKeys) => replaceDurably(addresses, JSON.stringify(keys)),
  };

  function mustBeThere(file: string, otherwise: string) {
    if (needed && !existsSync(file))
      throw new Error(
        `${file} is missing, and without it ${otherwise}. ` +
          'Put it back from where the keys are backed up; to begin anew, move subscribers.db away.',
      );
  }
}

function read<T>(file: string, schema: z.ZodType<T>, make: () => T): T {
  if (!existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    const made = make();
    replaceDurably(file, JSON.stringify(made));
    return made;
  }
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others than its owner. Close it: chmod 600 ${file}`);
  const keys = schema.safeParse(jsonOf(readFileSync(file, 'utf8')));
  // What zod says would print the keys.
  if (!keys.success) throw new Error(`${file} is damaged. Put it back from where the keys are backed up.`);
  return keys.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
