import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Manifest, readManifest, treeDigest } from './manifest.ts';
import { digestOf } from './seal-file.ts';

/**
 * Holds a release against its manifest: every file and twin has its digest, nothing is missing, nothing is there besides.
 * @throws a sentence that names the first file that differs.
 */
export function verify(release: string): Manifest {
  const manifest = readManifest(release);
  const fail = (what: string) => {
    throw new Error(
      `Release ${basename(release)} is not whole: ${what}. Build it again: "npm run release -- build --fresh".`,
    );
  };
  if (manifest.id !== basename(release)) fail(`its manifest is that of ${manifest.id}`);
  if (treeDigest(manifest.files) !== manifest.tree) fail('its manifest does not add up to its tree digest');
  const client = join(release, 'client');
  const found = new Set(
    readdirSync(client, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(client.length + 1)),
  );
  for (const [name, sha256] of listed(manifest))
    if (!found.delete(name)) fail(`${name} is missing`);
    else if (digestOf(readFileSync(join(client, name))) !== sha256) fail(`${name} has other bytes`);
  for (const extra of found) fail(`${extra} is not in its manifest`);
  return manifest;
}

/** Every file of the manifest, twins included, with its digest. */
function* listed({ files }: Manifest) {
  for (const [path, { sha256, br, gz }] of Object.entries(files)) {
    yield [path, sha256] as const;
    if (br) yield [`${path}.br`, br.sha256] as const;
    if (gz) yield [`${path}.gz`, gz.sha256] as const;
  }
}
