import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { lastReceiptDay } from '../../../../db/catalog/publication.ts';
import { openCatalog, type Catalog } from '../../../../db/catalog/open.ts';
import { competition, notices } from '../../../../db/catalog/schema.ts';
import { fixedClock, koreanInstant } from '../../../../db/clock.ts';
import { takeFiles } from '../../../../db/ingest/from-files.ts';
import { ingest } from '../../../../db/ingest/ingest.ts';
import { readSettings } from '../../../../db/settings.ts';
import { seal } from '../../../../db/vault/seal.ts';
import { build } from '../../../../site/release/build.ts';
import { flip } from '../../../../site/release/flip.ts';
import { takePackages } from '../../../../site/release/prepare/packages.ts';
import { prepare } from '../../../../site/release/prepare/prepare.ts';
import { sealedReleases } from '../../../../site/release/prepare/sealed-releases.ts';
import { stage } from '../../../../site/release/prepare/stage.ts';
import { unsealOnto } from '../../../../site/release/prepare/unseal-onto.ts';
import { openVault } from '../../../../site/release/prepare/vault.ts';
import { verify } from '../../../../site/release/verify.ts';
import { freshFolder } from '../../../fresh.ts';
import { realRows, withoutRealRows } from '../../../real-rows.ts';
import { aptCompetitionRow } from '../../../rows.ts';
import { ids, smallCatalog } from '../../small-catalog.ts';

const siteUrl = 'https://example.org';

/**
 * Publishes what is sealed for 19:30 of a day, then takes the rows in and builds the same instant plainly.
 * @returns the folders of both releases.
 */
async function bothWays(dataDir: string, catalog: Catalog, day: string, rows: object[]) {
  const at = koreanInstant(day, '19:30');
  const releases = join(dataDir, 'releases');
  const vault = await openVault(readSettings({ DATA_DIR: dataDir }));
  const base = await build({ releases, catalog, asOf: koreanInstant(day, '17:30'), siteUrl });
  flip(releases, base.manifest.id);
  await seal(
    vault.folder,
    vault.recipient,
    Buffer.from(JSON.stringify({ rows: { getAPTLttotPblancCmpet: rows } })),
    at,
  );

  const now = koreanInstant(day, '19:20');
  expect(await prepare({ releases, vault, catalog, at, now, siteUrl })).toEqual({ problems: [] });
  expect(readdirSync(vault.folder).filter((name) => !name.endsWith('.age'))).toEqual(['releases']);
  expect(
    catalog.db
      .select()
      .from(competition)
      .where(eq(competition.noticeId, noticeIn(rows)))
      .all(),
  ).toEqual([]);

  const [sealed] = sealedReleases(vault.folder).sealed;
  const staged = stage(releases, base.manifest.id);
  const published = await unsealOnto({ releases, staged, sealed: sealed!, identity: vault.identity, at });
  if ('problem' in published) throw new Error(published.problem);
  flip(releases, published.id);

  expect((await takePackages(catalog.db, vault, at)).problems).toEqual([]);
  const elsewhere = join(freshFolder(), 'releases');
  const plain = await build({ releases: elsewhere, catalog, asOf: at, siteUrl, fresh: true });
  return { sealed: join(releases, published.id), plain: join(elsewhere, plain.manifest.id) };
}

function noticeIn(rows: object[]) {
  return (rows[0] as { HOUSE_MANAGE_NO: string }).HOUSE_MANAGE_NO;
}

function sameBytes({ sealed, plain }: { sealed: string; plain: string }) {
  verify(sealed);
  verify(plain);
  const names = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  expect(names(sealed)).toEqual(names(plain));
  const differing = names(plain).filter(
    (name) => !readFileSync(join(sealed, name)).equals(readFileSync(join(plain, name))),
  );
  expect(differing).toEqual([]);
}

test('a sealed release is the plain build as of its instant, byte for byte', { timeout: 120_000 }, async () => {
  const dataDir = freshFolder();
  const catalog = await smallCatalog(dataDir);
  onTestFinished(() => catalog.close());
  const rows = [1, 2].map((rank) => ({
    ...aptCompetitionRow,
    HOUSE_MANAGE_NO: ids.closing,
    PBLANC_NO: ids.closing,
    SUBSCRPT_RANK_CODE: rank,
  }));
  const releases = await bothWays(dataDir, catalog, '2026-11-24', rows);
  sameBytes(releases);
  const page = readFileSync(join(releases.sealed, `client/results/${ids.closing}/index.html`), 'utf8');
  expect(page).toContain(aptCompetitionRow.CMPET_RATE);
});

const real = realRows('odcloud');

test(
  `the same on the real rows of a busy day${real ? '' : `, ${withoutRealRows}`}`,
  { timeout: 240_000, skip: !real },
  async () => {
    const day = '2024-03-13';
    const dataDir = freshFolder();
    const catalog = openCatalog(dataDir, 'a test');
    onTestFinished(() => catalog.close());
    await ingest(catalog.db, fixedClock(koreanInstant(day, '10:00')), {
      name: 'files',
      full: true,
      feed: async (intake) => (await takeFiles(intake, real!, () => {})).failed,
    });
    const closing = new Set(
      catalog.db
        .select()
        .from(notices)
        .all()
        .filter((notice) => lastReceiptDay(notice) === day)
        .map(({ id }) => id),
    );
    const rows = readFileSync(join(real!, 'getAPTLttotPblancCmpet.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { HOUSE_MANAGE_NO: string })
      .filter((row) => closing.has(row.HOUSE_MANAGE_NO));
    expect([closing.size, rows.length]).toEqual([13, 284]);
    const releases = await bothWays(dataDir, catalog, day, rows);
    sameBytes(releases);
    expect(existsSync(join(releases.sealed, `client/results/${noticeIn(rows)}/index.html`))).toBe(true);
  },
);
