import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { seal } from '../../../../db/vault/seal.ts';
import { prepareFor } from '../../../../site/publisher/prepare-for.ts';
import type { Publisher } from '../../../../site/publisher/publisher.ts';
import { digestOf } from '../../../../site/release/seal-file.ts';
import { catalogDump } from '../../../closed/catalog-dump.ts';
import { freshFolder } from '../../../fresh.ts';
import { aptCompetitionRow } from '../../../rows.ts';
import { serveFolder } from '../../origin/running-origin.ts';
import { at, noticeId, settableClock, smallPublisher } from '../../publisher/small-publisher.ts';

const timeout = 120_000;
const paths = [
  '/',
  `/results/${noticeId}/`,
  `/notices/${noticeId}/`,
  '/feeds/events.json',
  '/status/asof.json',
  '/no/',
];

/** A publisher ten minutes before its instant, with some rows sealed for it besides those that it has anyway. */
async function tenMinutesBefore(rows: number) {
  const small = await smallPublisher(settableClock(600));
  const { vault } = small.publisher;
  const more = Array.from({ length: rows }, (_, i) => ({
    ...aptCompetitionRow,
    HOUSE_MANAGE_NO: noticeId,
    PBLANC_NO: noticeId,
    MODEL_NO: String(i + 10),
    CMPET_RATE: `${73_911 + i}.37`,
  }));
  const bytes = Buffer.from(JSON.stringify({ rows: { getAPTLttotPblancCmpet: more } }));
  await seal(vault.folder, vault.recipient, bytes, at);
  return small;
}

/** What can be seen of a machine outside its vault: the catalog, every file and what an origin answers that starts now. */
async function seen({ catalog, settings, releases }: Publisher) {
  const { url } = await serveFolder(releases);
  const answers = paths.map(async (path) => {
    const { status, headers } = await fetch(new URL(path, url));
    return [path, status, Object.entries(Object.fromEntries(headers)).filter(([name]) => name !== 'date')];
  });
  return { catalog: catalogDump(catalog.db), files: filesIn(settings.DATA_DIR), answers: await Promise.all(answers) };
}

/** The digest of each file but those of the vault and the catalog, which is compared row by row. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.slice(folder.length).startsWith('/vault/') && !path.includes('/catalog.db'))
      .map((path) => [path.slice(folder.length), digestOf(readFileSync(path))]),
  );
}

/** Names of what lies in the open: in the data folder, among the releases, and in the folder for temporary files. */
function namesIn({ settings, releases }: Publisher, temporary: string) {
  return [settings.DATA_DIR, releases, temporary].flatMap((folder) => readdirSync(folder));
}

test('a preparation changes nothing outside the vault, and leaves nothing in clear in it', { timeout }, async () => {
  const { publisher, said } = await tenMinutesBefore(1);
  const temporary = freshFolder();
  const before = await seen(publisher);
  const names = new Set(namesIn(publisher, temporary));
  const meanwhile = new Set<string>();
  const watch = setInterval(() => {
    for (const name of namesIn(publisher, temporary)) meanwhile.add(name);
  }, 20);
  vi.stubEnv('TMPDIR', temporary);
  try {
    expect(await prepareFor(publisher, at), said.join('\n')).not.toBeNull();
  } finally {
    vi.unstubAllEnvs();
    clearInterval(watch);
  }
  expect(meanwhile).toEqual(names);
  expect(await seen(publisher)).toEqual(before);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(publisher.vault.folder).filter((name) => !name.endsWith('.age'))).toEqual(['releases']);
});

test('what a preparation says and notes is the same whatever is sealed', { timeout }, async () => {
  const told = async (rows: number) => {
    const { publisher, said } = await tenMinutesBefore(rows);
    expect(await prepareFor(publisher, at), said.join('\n')).not.toBeNull();
    const folder = join(publisher.vault.folder, 'releases');
    const notes = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return { said, notes: notes.map((name) => withoutRandom(readFileSync(join(folder, name), 'utf8'))) };
  };
  expect(await told(60)).toEqual(await told(1));
});

/** A note but for what differs each time: the digest of the ciphertext, and that of the names of the packages. */
function withoutRandom(note: string) {
  return { ...(JSON.parse(note) as object), sha256: '', packages: '', preparedAt: '' };
}
