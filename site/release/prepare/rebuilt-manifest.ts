import { koreanStamp, parseInstant } from '../../../db/clock.ts';
import type { Problem } from '../../../db/vault/closed-package.ts';
import { type Manifest, ownReport, treeDigest } from '../manifest.ts';
import { minuteOf } from '../releases.ts';
import { digestOf } from '../seal-file.ts';
import type { ReleaseHeader } from './release-header.ts';

/**
 * The whole manifest of a sealed release: what it says itself, and the files of its base that stay.
 * @returns why it is none, in a sentence that begins with "It" and depends on nothing closed; or the manifest and its text.
 */
export function rebuiltManifest(base: Manifest, header: ReleaseHeader): { manifest: Manifest; text: string } | Problem {
  const { id, asOf, tree } = header.manifest;
  const at = parseInstant(header.purpose.at);
  if (header.purpose.base !== base.id) return { problem: 'It is the difference to another release.' };
  if (parseInstant(asOf).getTime() !== at.getTime()) return { problem: 'It speaks of another instant than its own.' };
  const manifest = { ...header.manifest, files: filesOf(base.files, header) } as Manifest;
  const text = JSON.stringify(manifest);
  const named = minuteOf(id) === koreanStamp(at).slice(0, 16).replace(':', '') && id.endsWith(`-${tree.slice(0, 8)}`);
  if (!named || digestOf(Buffer.from(text)) !== header.manifestSha256 || treeDigest(manifest.files) !== tree)
    return { problem: 'It does not add up to the release that was prepared.' };
  return { manifest, text };
}

/** In the order in which sealing a site writes them: that of the code units, and the site's own report last. */
function filesOf(base: Manifest['files'], { files, removed }: ReleaseHeader): Manifest['files'] {
  const gone = new Set(removed);
  const stay = Object.keys(base).filter((path) => !gone.has(path) && !Object.hasOwn(files, path));
  const paths = [...stay, ...Object.keys(files)].filter((path) => path !== ownReport).sort();
  return Object.fromEntries(
    [...paths, ownReport].map((path) => [path, (Object.hasOwn(files, path) ? files : base)[path]!]),
  );
}
