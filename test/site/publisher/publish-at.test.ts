import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { publicationRecord } from '../../../db/catalog/publication-record.ts';
import { competition, events, publications } from '../../../db/catalog/schema.ts';
import { enoughDisk } from '../../../site/publisher/disk.ts';
import { getReady } from '../../../site/publisher/get-ready.ts';
import { publishAt } from '../../../site/publisher/publish-at.ts';
import { settleInterrupted } from '../../../site/publisher/settle.ts';
import { flip } from '../../../site/release/flip.ts';
import { unsealOnto } from '../../../site/release/prepare/unseal-onto.ts';
import { currentId } from '../../../site/release/releases.ts';
import { startNtpServer } from '../../stand-ins/time-server.ts';
import { at, noticeId, settableClock, smallPublisher } from './small-publisher.ts';

const until = async (condition: () => boolean | Promise<boolean>, patience = 8_000) => {
  const begun = performance.now();
  while (!(await condition())) {
    if (performance.now() - begun > patience) throw new Error('It did not come.');
    await sleep(10);
  }
};

test('a sealed release is shown at its instant, and not a millisecond before', async () => {
  const clock = settableClock(1.5);
  const { publisher, results, before, said } = await smallPublisher(clock);
  const publishing = publishAt(publisher, at);
  let earliest = Infinity;
  let old = 0;
  while (earliest === Infinity) {
    const text = await results();
    const read = clock.now().getTime() - at.getTime();
    if (text.includes('73.00')) earliest = read;
    else if (text.includes('발표 예정')) old += 1;
  }
  await publishing;
  expect(old).toBeGreaterThan(5);
  expect(earliest).toBeGreaterThanOrEqual(0);
  expect(currentId(publisher.releases)).not.toBe(before.id);

  const record = publicationRecord(publisher.catalog.db, new Date(at.getTime() + 60_000));
  expect(record).toMatchObject([{ way: 'sealed', lateAt: null, at: at.toISOString() }]);
  for (const moment of [record[0]!.firedAt!, record[0]!.flippedAt!, record[0]!.seenAt!])
    expect(Date.parse(moment) - at.getTime()).toBeGreaterThanOrEqual(0);
  expect(said.at(-1)).toMatch(
    /^Published 2026-11-22T19:30:00\+09:00: release \S+ was sealed, flipped \d+\.\d{3} s after/,
  );
});

test('its rows come into the catalog only after the flip, and what was sealed goes', async () => {
  const clock = settableClock(0.5);
  const { publisher } = await smallPublisher(clock);
  const { db } = publisher.catalog;
  expect(db.select().from(competition).all()).toEqual([]);
  await publishAt(publisher, at);
  expect(db.select().from(competition).all()).toHaveLength(1);
  expect(db.select().from(events).all()).toContainEqual({
    id: `results-${noticeId}`,
    kind: 'results',
    noticeId,
    at: at.toISOString(),
  });
  expect(readdirSync(join(publisher.vault.folder, 'releases'))).toEqual([]);
  expect(readdirSync(join(publisher.vault.folder, 'published'))).toHaveLength(1);
  expect(readdirSync(publisher.releases).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a clock that is put forward past the instant publishes nothing; put back, it waits for the instant', async () => {
  const clock = settableClock(5);
  const { publisher, said, before, results } = await smallPublisher(clock);
  const publishing = publishAt(publisher, at);
  await sleep(300);
  clock.ahead = 3_600_000;
  await until(() => said.some((line) => line.includes('is held')), 20_000);
  expect(said.join('\n')).toMatch(/clock was set 3600(\.\d+)? s forward/);
  await sleep(1_000);
  expect(currentId(publisher.releases)).toBe(before.id);
  expect(await results()).toContain('발표 예정');
  clock.ahead = 0;
  await publishing;
  // Put right before the instant, it goes back to waiting; that is for its caller to begin again.
  if (currentId(publisher.releases) === before.id) await publishAt(publisher, at);
  expect(currentId(publisher.releases)).not.toBe(before.id);
  const [record] = publicationRecord(publisher.catalog.db, new Date(at.getTime() + 3_600_000));
  expect(Date.parse(record!.firedAt!)).toBeGreaterThanOrEqual(at.getTime());
  expect(record!.lateAt).toBeNull();
});

test('a clock that is put back an hour holds the publication until it is put right', async () => {
  const clock = settableClock(3);
  const { publisher, said, before } = await smallPublisher(clock);
  const publishing = publishAt(publisher, at);
  await sleep(200);
  clock.ahead = -3_600_000;
  await sleep(1_500);
  expect(currentId(publisher.releases)).toBe(before.id);
  clock.ahead = 0;
  await publishing;
  expect(currentId(publisher.releases)).not.toBe(before.id);
  expect(said.at(-1)).toContain('was sealed');
});

test('a second clock that says another time holds the publication, says so once, and lets it go on when it agrees', async () => {
  const clock = settableClock(1);
  const server = await startNtpServer(clock, 5_000);
  const { publisher, said, before } = await smallPublisher(clock, { sources: [server.url] });
  const publishing = publishAt(publisher, at);
  await until(() => said.some((line) => line.includes('is held')));
  await sleep(1_500);
  expect(currentId(publisher.releases)).toBe(before.id);
  expect(said.filter((line) => line.includes('is held'))).toHaveLength(1);
  expect(publisher.catalog.db.select().from(publications).all()).toMatchObject([{ flippedAt: null, way: null }]);
  server.offset = 0;
  await publishing;
  expect(currentId(publisher.releases)).not.toBe(before.id);
  expect(publisher.catalog.db.select().from(publications).get()).toMatchObject({ way: 'sealed' });
  expect(publisher.catalog.db.select().from(publications).get()!.lateAt).not.toBeNull();
});

test('an order of the last minute that holds the notice stops what was prepared with it', async () => {
  const clock = settableClock(3);
  const { publisher, before, dataDir } = await smallPublisher(clock);
  const publishing = publishAt(publisher, at);
  await sleep(500);
  const order = { noticeId, action: 'hold', by: '운영', because: '확인', orderedAt: clock.now().toISOString() };
  appendFileSync(join(dataDir, 'publications.jsonl'), `${JSON.stringify(order)}\n`);
  await publishing;
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(at.getTime());
  expect(currentId(publisher.releases)).toBe(before.id);
  expect(publisher.catalog.db.select().from(competition).all()).toEqual([]);
});

test('a publisher that is killed after its flip is ended by the next start, once', async () => {
  const clock = settableClock(0);
  const { publisher } = await smallPublisher(clock);
  const { db } = publisher.catalog;
  const { sealed, staged } = getReady(publisher, at)!;
  const { releases, vault } = publisher;
  const manifest = await unsealOnto({ releases, staged, sealed, identity: vault.identity, at });
  if ('problem' in manifest) throw new Error(manifest.problem);
  await settleInterrupted(publisher);
  expect(db.select().from(competition).all()).toEqual([]);
  flip(releases, manifest.id);
  await settleInterrupted(publisher);
  await settleInterrupted(publisher);
  expect(db.select().from(competition).all()).toHaveLength(1);
  expect(db.select().from(publications).all()).toMatchObject([{ way: 'sealed', release: manifest.id }]);
  expect(existsSync(sealed.path)).toBe(false);
});

test('what is sealed is not used when it is damaged, when another release is current, or when a fact has changed', async () => {
  const clock = settableClock(5);
  const { publisher, said } = await smallPublisher(clock);
  const { sealed } = getReady(publisher, at)!;
  publisher.catalog.db.insert(publications).values({ at: '2026-11-20T10:30:00.000Z' }).run();
  expect(getReady(publisher, at)).toBeNull();
  publisher.catalog.db.delete(publications).run();
  expect(getReady(publisher, at)).not.toBeNull();
  const bytes = readFileSync(sealed.path);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(sealed.path, bytes);
  expect(getReady(publisher, at)).toBeNull();
  expect(said.at(-1)).toContain('the site is built then');
});

test('a disk without room for what is sealed is said with what to do', () => {
  expect(enoughDisk('.', 0)).toBeNull();
  expect(enoughDisk('.', 1e15)).toMatch(/has less than \d+ MiB free\. Make room/);
});
