import { readManifest, type ManifestFile } from '../../../site/release/manifest.ts';

/** The digests under which the bytes of a path may come, in all codings, before the publication and after it. */
export type Versions = { before: Set<string>; after: Set<string> };

/**
 * The versions of paths in two releases, which are given by their folders.
 * @param mustDiffer those that say something else afterwards: without them nothing would be shown.
 * @throws when one of these is the same in both, or a path is not there.
 */
export function versionsOf(paths: string[], mustDiffer: string[], before: string, after: string) {
  const releases = [readManifest(before), readManifest(after)] as const;
  const versions = new Map<string, Versions>();
  for (const path of paths) {
    const file = `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
    const [old, young] = releases.map(({ files }) => files[file]);
    if (!old || !young) throw new Error(`A release of the drill has no ${path}.`);
    if (mustDiffer.includes(path) && old.sha256 === young.sha256)
      throw new Error(`${path} says the same before and after: the drill would show nothing.`);
    versions.set(path, { before: copies(old), after: copies(young) });
  }
  return versions;
}

function copies({ sha256, br, gz }: ManifestFile) {
  return new Set([sha256, br?.sha256, gz?.sha256].filter((digest) => digest !== undefined));
}
