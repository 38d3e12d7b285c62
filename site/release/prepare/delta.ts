import type { Manifest, ManifestFile } from '../manifest.ts';

/** Files by their path below `client/`: those that are new or other, and those that are gone. */
export type Delta = { changed: string[]; removed: string[] };

/** What makes one release of another. A file of which a twin comes, goes or differs has changed too. */
export function deltaBetween({ files: before }: Manifest, { files: after }: Manifest): Delta {
  return {
    changed: Object.keys(after).filter((path) => !Object.hasOwn(before, path) || !same(before[path]!, after[path]!)),
    removed: Object.keys(before).filter((path) => !Object.hasOwn(after, path)),
  };
}

function same(one: ManifestFile, other: ManifestFile) {
  return one.sha256 === other.sha256 && one.br?.sha256 === other.br?.sha256 && one.gz?.sha256 === other.gz?.sha256;
}
