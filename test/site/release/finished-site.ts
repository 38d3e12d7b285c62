import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { koreanInstant } from '../../../db/clock.ts';
import { unfinished } from '../../../site/release/releases.ts';
import { seal } from '../../../site/release/seal.ts';

export const page = (text: string) => `<!doctype html><title>청약등대</title><p>${text.repeat(200)}</p>`;

/** Seals a site of some files, as the builder does when the pages are rendered. `at` is an hour of 2026-11-22 in Korea. */
export async function sealed(releases: string, files: Record<string, string>, at = '09:00', earlier?: string) {
  mkdirSync(releases, { recursive: true });
  const work = mkdtempSync(join(releases, unfinished));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, 'client', path)), { recursive: true });
    writeFileSync(join(work, 'client', path), text);
  }
  const instants = { instants: [], concerned: {} };
  return seal({
    releases,
    work,
    asOf: koreanInstant('2026-11-22', at),
    instants,
    earlier: earlier ? join(releases, earlier) : null,
  });
}
