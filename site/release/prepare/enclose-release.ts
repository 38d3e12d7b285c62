import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Problem } from '../../../db/vault/closed-package.ts';
import { type Manifest, readManifest } from '../manifest.ts';
import { digestOf } from '../seal-file.ts';
import { deltaBetween } from './delta.ts';
import { discloseRelease, unpack } from './disclose-release.ts';
import { rebuiltManifest } from './rebuilt-manifest.ts';
import { intoEnvelope } from './release-envelope.ts';
import type { ReleaseHeader } from './release-header.ts';
import { sealedForms } from './sealed-forms.ts';
import type { Purpose } from './sealed-note.ts';

/** Folders of the release that readers see and of the one that follows it, and what their difference is for. */
export type ToEnclose = { before: string; after: string; purpose: Purpose };

/**
 * The difference between two releases as one padded plaintext: of every file that is new or other the compressed twins, or
 * itself where it has none. That the second release comes out of it again has been tried.
 * @throws a sentence that depends on nothing closed.
 */
export function encloseRelease({ before, after, purpose }: ToEnclose) {
  const base = readManifest(before);
  const plaintext = envelopeOf(base, after, purpose);
  if (!plaintext) throw new Error('Nothing was sealed. What changes is larger than a sealed release can be.');
  const wrong = problemOf(base, plaintext);
  if (wrong) throw new Error(`Nothing was sealed. The release cannot come out again. ${wrong.problem}`);
  return plaintext;
}

/** What the system says of the second release would name its files, so nothing of it goes on. */
function envelopeOf(base: Manifest, after: string, purpose: Purpose) {
  try {
    const { header, bodies } = contentOf(base, after, purpose);
    return intoEnvelope(gzipSync(JSON.stringify(header)), bodies);
  } catch {
    throw new Error(`Nothing was sealed. The release as of ${purpose.at} is not whole. Prepare it again.`);
  }
}

function contentOf(base: Manifest, after: string, purpose: Purpose) {
  const manifest = readManifest(after);
  const text = readFileSync(join(after, 'manifest.json'));
  const { changed, removed } = deltaBetween(base, manifest);
  const files = Object.fromEntries(changed.map((path) => [path, manifest.files[path]!]));
  const forms = Object.entries(files).flatMap(([path, file]) => sealedForms(path, file));
  const beside = readdirSync(after).filter((name) => name !== 'client' && name !== 'manifest.json');
  const besideBodies = beside.map((name) => readFileSync(join(after, name)));
  const header: ReleaseHeader = {
    purpose,
    manifest: { ...(JSON.parse(text.toString()) as Manifest), files: {} },
    manifestSha256: digestOf(text),
    files,
    removed,
    beside: Object.fromEntries(
      besideBodies.map((body, i) => [beside[i]!, { sha256: digestOf(body), bytes: body.length }]),
    ),
  };
  return { header, bodies: [...forms.map(({ name }) => readFileSync(join(after, 'client', name))), ...besideBodies] };
}

function problemOf(base: Manifest, plaintext: Buffer): Problem | null {
  const disclosed = discloseRelease(plaintext);
  if ('problem' in disclosed) return disclosed;
  const rebuilt = rebuiltManifest(base, disclosed.header);
  return 'problem' in rebuilt ? rebuilt : unpack(disclosed, () => {});
}
