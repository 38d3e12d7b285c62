import { z } from 'zod';

const schema = z
  .string()
  .max(400)
  .transform((text) => text.normalize('NFC').trim())
  .pipe(z.email().max(254))
  // A local part is at most 64 characters long (RFC 5321 §4.5.3.1.1).
  .refine((address) => address.lastIndexOf('@') <= 64);

/** The e-mail address in a field; null where it is none: letters, digits and a few marks, so that it cannot begin another line. */
export function addressIn(text: string | null) {
  const read = schema.safeParse(text);
  return read.success ? read.data : null;
}
