import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { koreanInstant } from '../../../../db/clock.ts';
import { build } from '../../../../site/release/build.ts';
import { flip } from '../../../../site/release/flip.ts';
import { readManifest } from '../../../../site/release/manifest.ts';
import { freshFolder } from '../../../fresh.ts';
import { smallCatalog } from '../../small-catalog.ts';

test(
  'a build archives the day before and shows it; one that is damaged is on no page, and no reason to fail',
  { timeout: 240_000 },
  async () => {
    const dataDir = freshFolder();
    const catalog = await smallCatalog(dataDir);
    onTestFinished(() => catalog.close());
    const releases = join(dataDir, 'releases');
    const said: string[] = [];
    const built = async (day: string) => {
      const asOf = koreanInstant(day, '09:00');
      const options = { releases, catalog, asOf, siteUrl: 'https://lighthouse.example' };
      const { manifest } = await build({ ...options, progress: (line) => void said.push(line) });
      flip(releases, manifest.id);
      const client = join(releases, manifest.id, 'client');
      return {
        page: readFileSync(join(client, 'data/index.html'), 'utf8'),
        files: Object.keys(readManifest(join(releases, manifest.id)).files),
      };
    };

    const first = await built('2026-11-24');
    expect(first.page).toContain('아직 보관한 날이 없습니다');
    expect(existsSync(join(dataDir, 'snapshots'))).toBe(false);
    const second = await built('2026-11-25');
    expect(second.page).toContain('href="/data/snapshots/2026-11-24.zip"');
    expect(second.files).toContain('data/snapshots/2026-11-24.zip');

    appendFileSync(join(dataDir, 'snapshots/2026-11-24.zip'), 'x');
    const third = await built('2026-11-26');
    expect(third.page).toContain('href="/data/snapshots/2026-11-25.zip"');
    expect(third.page).not.toContain('2026-11-24.zip');
    expect(third.files).not.toContain('data/snapshots/2026-11-24.zip');
    expect(said.filter((line) => line.includes('archive'))).toEqual([
      expect.stringMatching(/^The archive of 2026-11-24 is damaged and is left out: /),
    ]);
  },
);
