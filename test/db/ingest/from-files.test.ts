import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notices, quarantine } from '../../../db/catalog/schema.ts';
import { takeFiles } from '../../../db/ingest/from-files.ts';
import { openIntake } from '../../../db/ingest/intake.ts';
import { freshCatalog, freshFolder } from '../../fresh.ts';
import { aptHouseTypeRow, aptNoticeRow } from '../../rows.ts';
import { realRows, withoutRealRows } from '../../real-rows.ts';

const at = new Date('2026-11-22T12:00:00+09:00');
const envelope = (...rows: unknown[]) => ({ page: 1, perPage: 10, matchCount: rows.length, data: rows });

async function taken(files: Record<string, string>, { db } = freshCatalog()) {
  const folder = freshFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const intake = openIntake(db, at);
  const report = await takeFiles(intake, folder, () => {});
  return { db, report, rows: intake.tally.rows };
}

test('rows come a line each, in an array, or in an answer of the API; all three are the same', async () => {
  const row = JSON.stringify(aptNoticeRow);
  for (const files of [
    { 'getAPTLttotPblancDetail.jsonl': `\uFEFF${row}\n\n` },
    { 'getAPTLttotPblancDetail.json': `[${row}]` },
    { 'getaptlttotpblancdetail.2025000280.json': JSON.stringify(envelope(aptNoticeRow)) },
  ])
    expect((await taken(files)).rows.notice.new).toBe(1);
});

test('notices are taken before their house types, whatever the names of the files', async () => {
  const { rows } = await taken({
    'getAPTLttotPblancMdl.a.json': JSON.stringify([aptHouseTypeRow]),
    'getAPTLttotPblancDetail.z.json': JSON.stringify([aptNoticeRow]),
  });
  expect(rows['house-type']).toEqual({ new: 1, changed: 0, same: 0, quarantined: 0 });
});

test('a broken line is set aside with its file and line; the lines around it come in', async () => {
  const other = { ...aptNoticeRow, HOUSE_MANAGE_NO: '2025000281', PBLANC_NO: '2025000281' };
  const { db, rows } = await taken({
    'getAPTLttotPblancDetail.jsonl': `${JSON.stringify(aptNoticeRow)}\n{"HOUSE_MANAGE_NO": "20\n${JSON.stringify(other)}\n`,
  });
  expect(rows.notice).toEqual({ new: 2, changed: 0, same: 0, quarantined: 1 });
  expect(db.select().from(quarantine).get()).toMatchObject({
    place: 'getAPTLttotPblancDetail.jsonl:2',
    reason: 'is no JSON',
  });
});

test.each([
  ['getAPTLttotPblancMdl.json', '<!doctype html><title>점검중</title>', 'is a web page or XML, not JSON'],
  ['getAPTLttotPblancMdl.json', '{"page":1,"data":[{"HOUSE_MANA', 'is not JSON, or was cut off'],
  ['getAPTLttotPblancMdl.json', '{"code":-4,"msg":"등록되지 않은 인증키 입니다."}', 'the API answers with error -4'],
  ['getAPTLttotPblancMdl.json', '{"rows":[]}', '"data" is missing'],
  ['getAPTLttotPblancMdl.jsonl', '<!doctype html>\n<title>점검중</title>\n', 'no line of it is JSON'],
])('%s with %s is named and left, the other files come in', async (name, text, reason) => {
  const { report, rows } = await taken({
    'getAPTLttotPblancDetail.json': JSON.stringify([aptNoticeRow]),
    [name]: text,
  });
  expect(rows.notice.new).toBe(1);
  expect(report.failed).toEqual([expect.stringContaining(reason)]);
});

test('a line of 3 MB does not fill the memory: it is set aside', async () => {
  const { db } = await taken({
    'getAPTLttotPblancDetail.jsonl': `${JSON.stringify(aptNoticeRow)}\n{"HOUSE_NM": "${'가'.repeat(1 << 20)}"}\n`,
  });
  expect(db.select().from(quarantine).get()?.reason).toBe('is longer than 1 MB');
  expect(db.select().from(notices).all()).toHaveLength(1);
});

test('text in another encoding is refused, not stored broken', async () => {
  const folder = freshFolder();
  const [before, after] = JSON.stringify(aptNoticeRow).split('고양장항지구');
  const eucKr = Buffer.from([0xb0, 0xed, 0xbe, 0xe7]);
  writeFileSync(
    join(folder, 'getAPTLttotPblancDetail.jsonl'),
    Buffer.concat([Buffer.from(before!), eucKr, Buffer.from(after!)]),
  );
  const { db } = freshCatalog();
  await takeFiles(openIntake(db, at), folder, () => {});
  expect(db.select().from(quarantine).get()?.reason).toMatch(/HOUSE_NM holds broken characters/);
});

test('a folder that is none, or that holds nothing to take, gets a sentence', async () => {
  const intake = openIntake(freshCatalog().db, at);
  await expect(takeFiles(intake, '/no/such/folder', () => {})).rejects.toThrow('is no folder that can be read');
  await expect(takeFiles(intake, freshFolder(), () => {})).rejects.toThrow('holds no file of the open API');
});

test('the captures of all five kinds come in', async (context) => {
  const folder = realRows('api-captures');
  if (!folder) return context.skip(withoutRealRows);
  const { db } = freshCatalog();
  const intake = openIntake(db, at);
  const report = await takeFiles(intake, folder, () => {});
  expect(report.skipped).toEqual(['error-401-no-key.json', 'error-bad-key.json']);
  expect(
    db
      .select({ kind: notices.kind })
      .from(notices)
      .all()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['apt', 'officetel', 'optional', 'public-rent', 'resupply']);
  expect(intake.tally.rows['house-type']).toMatchObject({ new: 11, quarantined: 0 });
});

test('2,058 notices, 10,472 house types and 37,802 competition rows come in, and a second run changes nothing', async (context) => {
  const folder = realRows('odcloud');
  if (!folder) return context.skip(withoutRealRows);
  const { db } = freshCatalog();
  const first = openIntake(db, at);
  await takeFiles(first, folder, () => {});
  expect(first.tally.rows.notice.new).toBe(2_058);
  expect(first.tally.rows['house-type'].new).toBe(10_472);
  expect(first.tally.rows.competition.new).toBe(37_802);
  expect(first.tally.refusals).toEqual([]);
  expect(first.tally.unplaced.length / 2_058).toBeLessThan(0.03);
  expect(db.select().from(notices).all()).toSatisfy((all: { sido: string | null }[]) =>
    all.every(({ sido }) => sido !== null),
  );
  const second = openIntake(db, at);
  await takeFiles(second, folder, () => {});
  expect(second.tally.rows).toMatchObject({
    notice: { new: 0, changed: 0, same: 2_058, quarantined: 0 },
    'house-type': { new: 0, changed: 0, same: 10_472, quarantined: 0 },
    competition: { new: 0, changed: 0, same: 37_802, quarantined: 0 },
  });
});
