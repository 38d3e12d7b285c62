import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { notices } from '../../../../db/catalog/schema.ts';
import { allSnapshots, forgetSnapshots } from '../../../../db/catalog/snapshots.ts';
import { dayAfter } from '../../../../db/clock.ts';
import { takeOrders } from '../../../../db/publications/take-orders.ts';
import { keptDays } from '../../../../site/release/snapshots/kept-days.ts';
import { digestOf } from '../../../../site/release/seal-file.ts';
import { hold } from '../../../db/publications/orders.ts';
import { ids } from '../../small-catalog.ts';
import { aMachine } from './days.ts';

const rename = (machine: Awaited<ReturnType<typeof aMachine>>, name: string) =>
  machine.db.update(notices).set({ name }).where(eq(notices.id, ids.open)).run();

test('each first build of a day archives what readers had at the end of the day before', async () => {
  const machine = await aMachine();
  machine.keep('2026-11-24');
  expect(machine.files()).toEqual([]);
  for (const [day, name] of [
    ['2026-11-24', '첫날'],
    ['2026-11-25', '이튿날'],
    ['2026-11-26', '사흘째'],
  ] as const) {
    machine.keep(day);
    rename(machine, name);
    await machine.show(day, '09:00');
    machine.keep(day, '17:30');
    await machine.show(day, '17:30');
  }
  machine.keep('2026-11-27');
  expect(machine.days()).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
  expect(machine.files()).toEqual(['2026-11-24.zip', '2026-11-25.zip', '2026-11-26.zip']);
  expect(machine.opened('2026-11-24')['notices.csv']).toContain('첫날');
  expect(machine.opened('2026-11-25')['notices.csv']).toContain('이튿날');
  expect(machine.said).toEqual([]);
});

test('an archive has every table as CSV, what it means, and a data package of these alone', async () => {
  const machine = await aMachine();
  await machine.show('2026-11-24');
  machine.keep('2026-11-25');
  const files = machine.opened('2026-11-24');
  const { version, resources } = JSON.parse(files['datapackage.json']!) as {
    version: string;
    resources: { path: string; hash: string }[];
  };
  expect(version).toBe('2026-11-24');
  expect(Object.keys(files).sort()).toEqual(
    ['LICENSE.txt', 'datapackage.json', 'dictionary.json', ...resources.map(({ path }) => path)].sort(),
  );
  for (const { path, hash } of resources) expect(`sha256:${digestOf(Buffer.from(files[path]!))}`).toBe(hash);
});

test('a day on which nothing was built has what the day before had', async () => {
  const machine = await aMachine();
  await machine.show('2026-11-24');
  machine.keep('2026-11-28');
  expect(machine.days()).toEqual(['2026-11-27']);
});

test('a release of today tells nothing of yesterday', async () => {
  const machine = await aMachine();
  await machine.show('2026-11-25', '00:01');
  machine.keep('2026-11-25', '02:30');
  expect(machine.days()).toEqual([]);
});

test('the same release gives the same bytes, in another time zone too', async () => {
  const machine = await aMachine();
  await machine.show('2026-11-24');
  machine.keep('2026-11-25');
  const [first] = allSnapshots(machine.db);
  const zone = process.env['TZ'];
  try {
    process.env['TZ'] = 'Pacific/Apia';
    forgetSnapshots(machine.db, ['2026-11-24']);
    machine.keep('2026-11-25');
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
  expect(allSnapshots(machine.db)).toEqual([first]);
});

test('what was killed before its row is made again, and what was killed while old files went is ended', async () => {
  const machine = await aMachine();
  await machine.show('2026-11-24');
  machine.keep('2026-11-25');
  const [row] = allSnapshots(machine.db);
  forgetSnapshots(machine.db, ['2026-11-24']);
  writeFileSync(join(machine.folder, '2026-11-24.zip.unfinished'), 'half');
  expect(machine.shown('2026-11-25')).toEqual([]);
  machine.keep('2026-11-25', '02:30');
  expect(allSnapshots(machine.db)).toEqual([row]);
  expect(machine.shown('2026-11-25')).toEqual(['2026-11-24']);
  expect(machine.files()).toEqual(['2026-11-24.zip']);
});

test('an archive that is damaged or missing is left out with a line, and comes back when it is put back', async () => {
  const machine = await aMachine();
  for (const day of ['2026-11-24', '2026-11-25']) {
    await machine.show(day);
    machine.keep(dayAfter(day));
  }
  const file = join(machine.folder, '2026-11-24.zip');
  const whole = readFileSync(file);
  appendFileSync(file, 'x');
  expect(machine.shown('2026-11-26')).toEqual(['2026-11-25']);
  rmSync(file);
  expect(machine.shown('2026-11-26')).toEqual(['2026-11-25']);
  expect(machine.said).toEqual([
    `The archive of 2026-11-24 is damaged and is left out: ${file}`,
    `The archive of 2026-11-24 is missing and is left out: ${file}`,
  ]);
  writeFileSync(file, whole);
  expect(machine.shown('2026-11-26')).toEqual(['2026-11-24', '2026-11-25']);
});

test('what cannot be archived is said, and the build goes on', async () => {
  const machine = await aMachine();
  const release = await machine.show('2026-11-24');
  appendFileSync(join(release, 'client/data/notices.csv'), 'x');
  machine.keep('2026-11-25');
  expect(machine.days()).toEqual([]);
  expect(machine.said).toEqual([
    expect.stringMatching(/^The open data of yesterday are not archived: data\/notices\.csv/),
  ]);
});

test('an archive with results that were held afterwards is left out while they are, others stay', async () => {
  const machine = await aMachine();
  for (const day of ['2026-11-23', '2026-11-24']) {
    await machine.show(day, '23:00');
    machine.keep(dayAfter(day));
  }
  expect(machine.opened('2026-11-24')['competition.csv']).toContain(`\n${ids.closed},`);
  takeOrders(machine.db, [hold({ noticeId: ids.closed })]);
  await machine.show('2026-11-25');
  machine.keep('2026-11-26');
  expect(machine.opened('2026-11-25')['competition.csv']).not.toContain(ids.closed);
  const shown = machine.shown('2026-11-26');
  expect(shown).not.toContain('2026-11-24');
  expect(shown).toContain('2026-11-25');
  takeOrders(machine.db, []);
  expect(machine.shown('2026-11-26')).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
});

test('a hold before the publication leaves out nothing', async () => {
  const machine = await aMachine();
  await machine.show('2026-11-24');
  machine.keep('2026-11-25');
  takeOrders(machine.db, [hold({ noticeId: ids.closing })]);
  expect(machine.shown('2026-11-26')).toEqual(['2026-11-24']);
  expect(machine.said).toEqual([]);
});

test('readers get the archives and a list of them, the newest first; what is closed gets copies, not links', async () => {
  const machine = await aMachine();
  for (const day of ['2026-11-24', '2026-11-25']) {
    await machine.show(day);
    machine.keep(dayAfter(day));
  }
  const [open, closed] = [machine.place('2026-11-26'), machine.place('2026-11-26', true)];
  for (const folder of [open, closed]) {
    expect(readdirSync(folder).sort()).toEqual(['2026-11-24.zip', '2026-11-25.zip', 'index.json']);
    const { snapshots } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
      snapshots: { day: string; path: string; bytes: number; sha256: string }[];
    };
    expect(snapshots.map(({ path }) => path)).toEqual([
      '/data/snapshots/2026-11-25.zip',
      '/data/snapshots/2026-11-24.zip',
    ]);
    for (const { day, bytes, sha256 } of snapshots) {
      const body = readFileSync(join(folder, `${day}.zip`));
      expect([body.length, digestOf(body)]).toEqual([bytes, sha256]);
    }
  }
  const links = (folder: string) => statSync(join(folder, '2026-11-24.zip')).ino;
  const own = statSync(join(machine.folder, '2026-11-24.zip')).ino;
  expect([links(open) === own, links(closed) === own]).toEqual([true, false]);
});

test('thirty days stay, and the first of each month for two years', () => {
  const days = Array.from({ length: 1_000 }, (_, i) => dayAfter('2024-01-10', i));
  const kept = [...keptDays(days)].sort();
  expect(kept.slice(-30)).toEqual(days.slice(-30));
  const firsts = kept.slice(0, -30);
  expect(firsts[0]).toBe('2024-11-01');
  expect(firsts.every((day) => day.endsWith('-01'))).toBe(true);
  expect(kept.filter((day) => day.endsWith('-01'))).toHaveLength(24);
  // Day by day the same stay as all at once.
  let byDay: string[] = [];
  for (const day of days) byDay = [...keptDays([...byDay, day])];
  expect(byDay.sort()).toEqual(kept);
});

test('days that are too old leave with their files; files that nobody recorded stay while they are young', async () => {
  const machine = await aMachine();
  await machine.show('2026-11-24');
  machine.keep('2026-11-25');
  const archive = readFileSync(join(machine.folder, '2026-11-24.zip'));
  for (let i = 0; i < 40; i++) writeFileSync(join(machine.folder, `${dayAfter('2026-11-25', i)}.zip`), archive);
  await machine.show('2027-01-04');
  machine.keep('2027-01-05');
  expect(machine.days()).toEqual(['2026-11-24', '2027-01-04']);
  // The newest thirty, and the first of November and December.
  expect(machine.files()).toHaveLength(32);
});
