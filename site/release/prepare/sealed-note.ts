import { z } from 'zod';

export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const releaseId = z.string().regex(/^\d{4}-\d\d-\d\dT\d{4}-[0-9a-f]{8}$/);
const instant = z.iso.datetime({ offset: true });

/** What a sealed release is for. It stands in its note and is sealed with it, so that a note cannot say something else. */
export const purpose = z.strictObject({
  /** The instant at which it becomes the site. */
  at: instant,
  /** Id of the release that it is the difference to. */
  base: releaseId,
  /** Digests of what it was built from: of the public facts and of the sealed packages. */
  facts: z.string(),
  packages: z.string(),
  preparedAt: instant,
});

/** What lies beside a sealed release: as much as whoever can read the folder may know without a key, before its instant. */
export const sealedNote = z.strictObject({
  format: z.literal(1),
  ...purpose.shape,
  /** Of the ciphertext. */
  sha256: digest,
  bytes: z.int().min(0),
});

export type Purpose = z.infer<typeof purpose>;
export type SealedNote = z.infer<typeof sealedNote>;
