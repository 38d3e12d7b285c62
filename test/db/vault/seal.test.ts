import { chmodSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resultOperations } from '../../../db/ingest/operations.ts';
import { freshVault } from './fresh-vault.ts';
import { at, clear, oneOfEach, operationNamed, rowOf } from './packages.ts';

const competition = operationNamed('getAPTLttotPblancCmpet');
const modeOf = (path: string) => statSync(path).mode & 0o777;

test('what was sealed comes back with its instant, row by row and for every operation', async () => {
  const vault = await freshVault();
  const file = await vault.seal(clear(oneOfEach()));
  expect(await vault.opened()).toEqual([
    { file, at: new Date(at), rows: resultOperations.map((operation) => ({ operation, row: rowOf(operation) })) },
  ]);
});

test('the instant may stand in the document, beside it, or in both when it is the same', async () => {
  const vault = await freshVault();
  const rows = oneOfEach();
  await vault.seal(clear(rows, {}));
  await vault.seal(clear(rows, { at: '2026-11-25T10:30:00Z' }));
  await expect(vault.seal(clear(rows, { at: '2026-11-25T19:30:00Z' }))).rejects.toThrow('another instant than --at');
  await expect(vault.seal(clear(rows, { at: '2026-11-25T19:30:00' }))).rejects.toThrow('no instant with an offset');
  expect(vault.files()).toHaveLength(2);
});

test('only the owner can read the folder and the file, also where the folder was open', async () => {
  const vault = await freshVault();
  mkdirSync(vault.folder);
  chmodSync(vault.folder, 0o755);
  const file = await vault.seal(clear(oneOfEach()));
  expect(modeOf(vault.folder)).toBe(0o700);
  expect(modeOf(join(vault.folder, file))).toBe(0o600);
});

test('a name is 128 random bits: the same package never has the same one', async () => {
  const vault = await freshVault();
  const names = [await vault.seal(clear(oneOfEach())), await vault.seal(clear(oneOfEach()))];
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}\.age$/);
  expect(names[0]).not.toBe(names[1]);
  expect(vault.files().sort()).toEqual(names.sort());
});

test('a row that cannot be taken is named by operation, number and field, and nothing is sealed', async () => {
  const vault = await freshVault();
  const rows = [rowOf(competition), rowOf(competition, { MODEL_NO: '02', CMPET_RATE: 'high', REQ_CNT: -4 })];
  await expect(vault.seal(clear({ [competition.name]: rows }))).rejects.toThrow(
    'Nothing was sealed. Rows of it cannot be taken:\n' +
      'getAPTLttotPblancCmpet row 2: REQ_CNT is below 0; CMPET_RATE is no rate',
  );
  expect(() => vault.files()).toThrow('ENOENT');
});

test('two rows that say different things of the same cell are refused, the same row twice is not', async () => {
  const vault = await freshVault();
  const [row, other] = [rowOf(competition), rowOf(competition, { REQ_CNT: '8' })];
  await expect(vault.seal(clear({ [competition.name]: [row, other] }))).rejects.toThrow(
    'getAPTLttotPblancCmpet row 2: says something else than row 1 of the same thing',
  );
  await expect(vault.seal(clear({ [competition.name]: [row, row] }))).resolves.toMatch(/\.age$/);
});

test.each([
  ['no JSON', Buffer.from('{"rows"'), 'It is no package'],
  ['another encoding', Buffer.from([0x7b, 0xb0, 0xed, 0x7d]), 'It is no package'],
  ['rows in no operation', Buffer.from('{"rows": []}'), 'It is no package'],
  ['something besides', Buffer.from('{"rows": {}, "note": 1}'), 'It is no package'],
  ['an operation of notices', clear({ getAPTLttotPblancDetail: [] }), 'A name under "rows" is no operation of results'],
  ['no row', clear({ getAPTLttotPblancCmpet: [] }), 'It holds no row'],
  ['a row that is none', clear({ getAPTLttotPblancCmpet: [7] }), 'getAPTLttotPblancCmpet row 1: is no row'],
])('a document with %s is refused', async (_, bytes, sentence) => {
  const vault = await freshVault();
  await expect(vault.seal(bytes)).rejects.toThrow(sentence);
});

test('what a killed seal left is cleared away after an hour, what another has in hand is not', async () => {
  const vault = await freshVault();
  await vault.seal(clear(oneOfEach()));
  const [left, inHand] = [join(vault.folder, '.1.age.part'), join(vault.folder, '.2.age.part')];
  for (const file of [left, inHand]) writeFileSync(file, 'half');
  utimesSync(left, 0, 0);
  await vault.seal(clear(oneOfEach()));
  expect(vault.files().filter((name) => name.startsWith('.'))).toEqual(['.2.age.part']);
});
