import { z } from 'zod';
import { digest, purpose, releaseId } from './sealed-note.ts';

const form = z.object({ sha256: digest, bytes: z.int().min(0) });
/** Relative, with `/`, and no way out of the folder. */
const path = z.string().refine((each) => /^[^\\\0]+$/.test(each) && each.split('/').every(isName));
const besideClient = z.string().refine((each) => /^[^/\\\0]+$/.test(each) && isName(each) && !taken.includes(each));
const taken = ['client', 'manifest.json'];

/** What a sealed release says about itself before the bytes of its files, and in their order. */
export const releaseHeader = z.strictObject({
  purpose,
  /** The manifest as it will be, but for its files: its key `files` holds nothing but their place. */
  manifest: z.looseObject({
    id: releaseId,
    asOf: z.iso.datetime({ offset: true }),
    tree: digest,
    files: z.strictObject({}),
  }),
  /** SHA-256 of `manifest.json` as it will be. */
  manifestSha256: digest,
  /** New and other files of `client/`, as the manifest lists them. */
  files: z.record(path, form.extend({ br: form.optional(), gz: form.optional() })),
  removed: z.array(path),
  /** Files beside `client/` and the manifest. */
  beside: z.record(besideClient, form),
});

export type ReleaseHeader = z.infer<typeof releaseHeader>;

function isName(segment: string) {
  return segment !== '' && segment !== '.' && segment !== '..';
}
