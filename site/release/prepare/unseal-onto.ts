import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseInstant } from '../../../db/clock.ts';
import type { Problem } from '../../../db/vault/closed-package.ts';
import type { Manifest } from '../manifest.ts';
import { syncToDisk } from '../sync-to-disk.ts';
import { verify } from '../verify.ts';
import { changeStaged } from './change-staged.ts';
import { decryptRelease } from './decrypt-release.ts';
import { type Disclosed, discloseRelease } from './disclose-release.ts';
import { rebuiltManifest } from './rebuilt-manifest.ts';
import type { SealedRelease } from './sealed-releases.ts';
import { blanks, type Staged } from './stage.ts';

export type ToUnseal = {
  releases: string;
  /** A staged folder that nothing has been unsealed onto. */
  staged: Staged;
  sealed: SealedRelease;
  /** Of this machine, `AGE-SECRET-KEY-1…`. */
  identity: string;
  /** The instant that has come. */
  at: Date;
};

/**
 * Makes the release that was sealed for an instant, which has come, beside the others: the staged folder gets its changes, is
 * brought to the disk and is named last. A release that is there already, whole, is as good.
 * It is not shown to readers: that is one rename more.
 * @returns its manifest; or why there is none, in a sentence that depends on nothing closed. Then no release has changed.
 */
export async function unsealOnto({ releases, staged, sealed, identity, at }: ToUnseal): Promise<Manifest | Problem> {
  const held = ({ problem }: Problem) => ({ problem: `Sealed release ${sealed.file} cannot be unsealed. ${problem}` });
  try {
    const opened = await open(sealed, identity, at);
    if ('problem' in opened) return held(opened);
    const rebuilt = rebuiltManifest(staged.base, opened.header);
    if ('problem' in rebuilt) return held(rebuilt);
    const release = join(releases, rebuilt.manifest.id);
    if (existsSync(release)) return isThere(release, rebuilt.text) ? rebuilt.manifest : held(other);
    const wrong = changeStaged(staged, opened);
    if (wrong) return held(wrong);
    writeFileSync(join(staged.folder, 'manifest.json'), rebuilt.text);
    chmodSync(staged.folder, 0o755);
    renameSync(join(staged.folder, blanks), `${staged.folder}-${blanks}`);
    syncToDisk(staged.folder);
    renameSync(staged.folder, release);
    return rebuilt.manifest;
  } catch (error) {
    // What the system says names files, and which files change is closed.
    const { code = 'no code' } = error as NodeJS.ErrnoException;
    return held({ problem: `It could not be brought beside the other releases (${code}).` });
  }
}

async function open({ path, note }: SealedRelease, identity: string, at: Date): Promise<Disclosed | Problem> {
  const { format: _, sha256: __, bytes: ___, ...purpose } = note;
  if (parseInstant(note.at).getTime() !== at.getTime()) return { problem: 'It is for another instant.' };
  const plaintext = await decryptRelease(readFileSync(path), identity);
  if ('problem' in plaintext) return plaintext;
  const disclosed = discloseRelease(plaintext);
  return 'problem' in disclosed || isDeepStrictEqual(disclosed.header.purpose, purpose)
    ? disclosed
    : { problem: 'Its note says something else than it does itself.' };
}

function isThere(release: string, manifest: string) {
  try {
    verify(release);
    return readFileSync(join(release, 'manifest.json'), 'utf8') === manifest;
  } catch {
    return false;
  }
}

const other: Problem = {
  problem: 'Another folder has its name, or the same release that is not whole. Move that folder away.',
};
