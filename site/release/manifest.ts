import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const twin = z.object({ sha256: digest, bytes: z.int() });

const schema = z.object({
  format: z.literal(1),
  /** `<asOf in Korea>-<first 8 digits of the tree digest>` */
  id: z.string(),
  /** The instant that every page of the release speaks of, RFC 3339. */
  asOf: z.string(),
  /** SHA-256 over the sorted lines `path NUL sha256` of all files but `status/asof.json`; twins left out. */
  tree: digest,
  /** Path below `client/`, with `/`, in the order of the code units. `br` and `gz` are the files beside it. */
  files: z.record(z.string(), z.object({ sha256: digest, bytes: z.int(), br: twin.optional(), gz: twin.optional() })),
  /** Publication instants to come and of the day before `asOf`, RFC 3339, sorted. A release made before they were listed has none. */
  instants: z.array(z.iso.datetime({ offset: true })).default([]),
  /** Which of them concern a file, as places in `instants`, sorted. A file that is not listed is concerned by all. */
  concerned: z.record(z.string(), z.array(z.int().min(0))).default({}),
});

export type Manifest = z.infer<typeof schema>;
/** The file that names the release: the digest of the tree cannot hold it. */
export const ownReport = 'status/asof.json';

export type ManifestFile = Manifest['files'][string];

/**
 * Reads `<release>/manifest.json`.
 * @throws a sentence for the operator when it is missing or broken.
 */
export function readManifest(release: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(release, 'manifest.json'), 'utf8');
  } catch (cause) {
    throw new Error(`${release} is not a finished release: manifest.json is missing. Run "npm run release -- build".`, {
      cause,
    });
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${release}/manifest.json is broken. Build the release again: "npm run release -- build".`, {
      cause,
    });
  }
}

/** The one digest that stands for all files of a release. */
export function treeDigest(files: Manifest['files']) {
  const hash = createHash('sha256');
  for (const path of Object.keys(files).sort())
    if (path !== ownReport) hash.update(`${path}\0${files[path]!.sha256}\n`);
  return hash.digest('hex');
}
