import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { koreanInstant } from '../../../../db/clock.ts';
import { makeIdentity, readIdentity } from '../../../../db/vault/identity.ts';
import { encloseRelease } from '../../../../site/release/prepare/enclose-release.ts';
import { sealRelease } from '../../../../site/release/prepare/seal-release.ts';
import type { SealedRelease } from '../../../../site/release/prepare/sealed-releases.ts';
import { stage } from '../../../../site/release/prepare/stage.ts';
import { unsealOnto } from '../../../../site/release/prepare/unseal-onto.ts';
import { page, sealed } from '../finished-site.ts';

export type Site = Record<string, string>;

const instant = koreanInstant('2026-11-22', '19:30');
export const headers = 'add_header Cache-Control "max-age=0";\n';

/** Two sites of which some pages are the same, others are not, come or go. */
export const beforeIt: Site = {
  'index.html': page('곧 발표'),
  'about.html': page('소개'),
  'results/1/index.html': page('발표 예정'),
  'gone/index.html': page('지난 공고'),
  'icon.png': 'x'.repeat(999),
};
export const afterIt: Site = {
  'index.html': page('발표'),
  'about.html': page('소개'),
  'results/1/index.html': page('경쟁률 73.00'),
  'results/2/index.html': page('경쟁률 4.20'),
  'icon.png': 'x'.repeat(999),
};

/** A machine with a current release, and in a private folder the one that follows it at the instant. */
export async function aPreparation(dataDir: string, { before = beforeIt, after = afterIt } = {}) {
  const releases = join(dataDir, 'releases');
  const vault = join(dataDir, 'vault');
  const { identity, recipient } = await anIdentity(dataDir);
  const base = await sealed(releases, before, '17:30');
  const target = await sealed(join(dataDir, 'private'), after, '19:30');
  const [baseFolder, targetFolder] = [join(releases, base.id), join(dataDir, 'private', target.id)];
  for (const folder of [baseFolder, targetFolder]) writeFileSync(join(folder, 'nginx-headers.conf'), headers);
  const purpose = {
    at: '2026-11-22T19:30:00+09:00',
    base: base.id,
    facts: 'digest of facts',
    packages: 'digest of packages',
    preparedAt: '2026-11-22T19:00:00+09:00',
  };
  return {
    dataDir,
    releases,
    vault,
    identity,
    recipient,
    base,
    target,
    baseFolder,
    targetFolder,
    purpose,
    seal: () => {
      const plaintext = encloseRelease({ before: baseFolder, after: targetFolder, purpose });
      return sealRelease({ vault, recipient, plaintext, note: purpose });
    },
    stage: () => stage(releases, base.id),
    unseal: (release: SealedRelease, staged = stage(releases, base.id)) =>
      unsealOnto({ releases, staged, sealed: release, identity, at: instant }),
    release: join(releases, target.id),
  };
}

export type Preparation = Awaited<ReturnType<typeof aPreparation>>;

async function anIdentity(dataDir: string) {
  const file = join(dataDir, 'keys', 'vault.identity');
  mkdirSync(dataDir, { recursive: true });
  await makeIdentity(file);
  return readIdentity(file);
}

/** Everything below a folder by its name: the bytes of files, and that a folder is one. */
export function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    namesIn(folder).map((name) => {
      const path = join(folder, name);
      return [name, statSync(path).isDirectory() ? 'a folder' : readFileSync(path).toString('base64')];
    }),
  );
}

/** What each file below a folder is on the disk: two names of one file have the same number. */
export function inodesOf(folder: string): Record<string, number> {
  return Object.fromEntries(namesIn(folder).map((name) => [name, statSync(join(folder, name)).ino]));
}

function namesIn(folder: string) {
  return (readdirSync(folder, { recursive: true }) as string[]).sort();
}
