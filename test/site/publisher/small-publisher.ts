import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCatalog } from '../../../db/catalog/open.ts';
import type { Clock } from '../../../db/clock.ts';
import { openIntake } from '../../../db/ingest/intake.ts';
import { operations } from '../../../db/ingest/operations.ts';
import { hoursIn, readSettings } from '../../../db/settings.ts';
import { seal as sealPackage } from '../../../db/vault/seal.ts';
import { watchClock } from '../../../site/publisher/clock-watch.ts';
import type { Publisher } from '../../../site/publisher/publisher.ts';
import { flip } from '../../../site/release/flip.ts';
import { encloseRelease } from '../../../site/release/prepare/enclose-release.ts';
import { freshness } from '../../../site/release/prepare/prepare.ts';
import { sealRelease } from '../../../site/release/prepare/seal-release.ts';
import { openVault } from '../../../site/release/prepare/vault.ts';
import { fixFiles } from '../../../site/release/seal.ts';
import { freshFolder } from '../../fresh.ts';
import { aptCompetitionRow, aptNoticeRow } from '../../rows.ts';
import { serveFolder } from '../origin/running-origin.ts';
import { page, sealed as sealedSite } from '../release/finished-site.ts';

/** The instant at which the one notice of the small publisher has its results: its last receipt day is 2026-11-22. */
export const at = new Date('2026-11-22T19:30:00+09:00');
export const noticeId = '2026000001';
const resultsPage = `results/${noticeId}/index.html`;

/** A wall clock that begins some seconds before the instant when it is first looked at, runs on, and can be set. */
export function settableClock(secondsBefore: number) {
  let begun: number | undefined;
  const clock = {
    ahead: 0,
    now() {
      begun ??= performance.now();
      return new Date(at.getTime() - secondsBefore * 1000 + performance.now() - begun + clock.ahead);
    },
  };
  return clock satisfies Clock;
}

/**
 * A publisher with one notice, a current release, and for the instant a sealed package and a sealed release, of a few files
 * that no Astro has to render; and an origin that serves it.
 */
export async function smallPublisher(clock: Clock, { sources = [] as string[] } = {}) {
  const dataDir = freshFolder();
  const settings = readSettings({ DATA_DIR: dataDir });
  const releases = join(dataDir, 'releases');
  const catalog = openCatalog(dataDir, 'a test');
  onTestFinished(() => catalog.close());
  takeNotice(catalog.db);
  const vault = await openVault(settings);

  const before = await sealedSite(releases, { 'index.html': page('곧'), [resultsPage]: page('발표 예정') }, '17:30');
  flip(releases, before.id);
  await sealPackage(vault.folder, vault.recipient, closedPackage(), at);
  const origin = await serveFolder(releases);

  const said: string[] = [];
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  await sealSite({ releases, catalog, vault, settings }, before.id);
  // Looked at for the first time here: what came before took as long as the machine liked.
  const publisher: Publisher = {
    settings,
    releases,
    catalog,
    vault,
    clock,
    watch: watchClock({ clock, steady: { elapsed: () => performance.now() }, sources }),
    url: origin.url,
    example: false,
    say: (line) => void said.push(line),
    signal: stop.signal,
  };
  return { publisher, said, dataDir, origin, before, stop, results: () => textAt(origin.url, `/results/${noticeId}/`) };
}

/** Seals a site with results for the instant, as a preparation does. */
type Sealing = Pick<Publisher, 'releases' | 'catalog' | 'vault' | 'settings'>;

async function sealSite({ releases, catalog, vault, settings }: Sealing, base: string) {
  const work = mkdtempSync(join(freshFolder(), 'site-'));
  const files = { 'index.html': page('오늘'), [resultsPage]: page('경쟁률 73.00') };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, 'client', path)), { recursive: true });
    writeFileSync(join(work, 'client', path), text);
  }
  await fixFiles({ work, asOf: at, instants: { instants: [], concerned: {} }, earlier: join(releases, base) });
  const purpose = {
    at: at.toISOString(),
    base,
    preparedAt: at.toISOString(),
    ...freshness(catalog.db, vault.folder, settings.SITE_URL),
  };
  const plaintext = encloseRelease({ before: join(releases, base), after: work, purpose });
  await sealRelease({ vault: vault.folder, recipient: vault.recipient, plaintext, note: purpose });
}

function takeNotice(db: Publisher['catalog']['db']) {
  const row = {
    ...Object.fromEntries(Object.entries(aptNoticeRow).map(([name, value]) => [name, inNovember(name, value)])),
    HOUSE_MANAGE_NO: noticeId,
    PBLANC_NO: noticeId,
    RCRIT_PBLANC_DE: '2026-11-10',
    PRZWNER_PRESNATN_DE: '2026-12-01',
  };
  const operation = operations.find(({ name }) => name === 'getAPTLttotPblancDetail')!;
  openIntake(db, new Date('2026-11-20T09:00:00+09:00'), hoursIn(readSettings({}))).take(operation, [
    { place: 'row 1', row },
  ]);
}

function inNovember(name: string, value: unknown) {
  return /RCPTDE|RCEPT_BGNDE|ENDDE/.test(name) && !name.startsWith('CNTRCT') && value ? '2026-11-22' : value;
}

function closedPackage() {
  const row = { ...aptCompetitionRow, HOUSE_MANAGE_NO: noticeId, PBLANC_NO: noticeId };
  return Buffer.from(JSON.stringify({ rows: { getAPTLttotPblancCmpet: [row] } }));
}

async function textAt(url: string, path: string) {
  const answer = await fetch(new URL(path, url));
  return answer.text();
}
