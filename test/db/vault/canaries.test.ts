import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { resultOperations } from '../../../db/ingest/operations.ts';
import { freshFolder } from '../../fresh.ts';
import { canariesIn } from './canaries.ts';
import { freshVault } from './fresh-vault.ts';
import { at, clear, fieldsOf, operationNamed, rowOf } from './packages.ts';
import { vaultRun } from './vault-run.ts';

const competition = operationNamed('getAPTLttotPblancCmpet');
const secret = rowOf(competition, { RESIDE_SENM: 'CANARY-rate', REQ_CNT: '9182736', CMPET_RATE: '55667788.00' });
const other = rowOf(competition, { MODEL_NO: '02', CMPET_RATE: '(△7766554)' });
/** What no field of results can be; one of them is wrong for each. */
const poisons = ['CANARY-rate\u0007 9182736', -9_182_736.5, { 'CANARY-rate': 7_766_554 }, [55_667_788]];

/** A machine whose temporary, home and working folders are empty, and all bytes that a run leaves on it. */
async function watchedMachine() {
  const vault = await freshVault();
  const [temporary, home, cwd] = [freshFolder(), freshFolder(), freshFolder()];
  const environment = { DEBUG: '1', TMPDIR: temporary, HOME: home };
  const bytesOf = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return {
    vault,
    run: (words: string[], input: Uint8Array = Buffer.alloc(0)) =>
      vaultRun(vault.dataDir, words, { input, cwd, environment }).ended,
    left: () => [temporary, home, cwd].flatMap((folder) => readdirSync(folder)),
    found: () => canariesIn(Buffer.concat([...bytesOf(vault.dataDir), ...[temporary, home, cwd].flatMap(bytesOf)])),
  };
}

test('a canary is found in every form in which it could stand', () => {
  for (const text of [
    'a 9182736 b',
    'rate 9,182,736',
    Buffer.from('a9182736b').toString('base64'),
    Buffer.from('ab9182736').toString('base64'),
    Buffer.from('abc9182736de').toString('base64'),
    Buffer.from('CANARY-rate').toString('hex'),
    '\\u0043\\u0041\\u004e\\u0041\\u0052\\u0059\\u002d\\u0072\\u0061\\u0074\\u0065',
  ])
    expect(canariesIn(text), text).not.toEqual([]);
});

test('sealing and listing leave values nowhere: not on disk, not on the terminal, not in a temporary file', async () => {
  const machine = await watchedMachine();
  const sealed = clear({ [competition.name]: [secret, other] });
  const file = join(freshFolder(), 'package.json');
  writeFileSync(file, sealed);
  for (const [words, input] of [
    [['seal', '-', '--at', at], sealed],
    [['seal', file, '--at', at], undefined],
    [['list'], undefined],
  ] as const) {
    const { code, output } = await machine.run([...words], input);
    expect(code, output).toBe(0);
    expect(canariesIn(output)).toEqual([]);
  }
  expect(machine.found()).toEqual([]);
  expect(machine.left()).toEqual([]);
  expect(await machine.vault.opened()).toHaveLength(2);
});

test.each(resultOperations)('a broken field of $name is named, what stands in it is not', async (operation) => {
  const vault = await freshVault();
  for (const field of fieldsOf(operation)) {
    const refusals: string[] = [];
    for (const poison of poisons) {
      const bytes = clear({ [operation.name]: [rowOf(operation), rowOf(operation, { [field]: poison })] });
      const error = await vault.seal(bytes).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (!error) continue;
      refusals.push((error as Error).message);
      expect(canariesIn(inspect(error, { depth: Infinity, showHidden: true })), field).toEqual([]);
    }
    expect(refusals.join('\n')).toContain(`${operation.name} row 2: ${field} `);
  }
});

test('a run that refuses says no value either, with DEBUG=1, and leaves nothing', async () => {
  const machine = await watchedMachine();
  const everyField = resultOperations.map((operation) => [
    operation.name,
    fieldsOf(operation).flatMap((field) => poisons.map((poison) => rowOf(operation, { [field]: poison }))),
  ]);
  const good = clear({ [competition.name]: [secret] }).toString();
  for (const [input, sentence] of [
    [clear(Object.fromEntries(everyField)), 'row 1: HOUSE_MANAGE_NO '],
    [clear({ [competition.name]: [secret, { ...secret, REQ_CNT: '7766554' }] }), 'something else than row 1'],
    [clear({ [`${competition.name} 9182736`]: [secret] }), 'no operation of results'],
    [clear({ [competition.name]: [secret] }, { at: 'CANARY-rate 9182736' }), 'no instant with an offset'],
    [Buffer.from('CANARY-rate 9182736'), 'It is no package'],
    [Buffer.from(good.replace('"9182736"', 'x9182736')), 'It is no package'],
    [Buffer.from(good.replace('"55667788.00"', '55667788.00.00')), 'It is no package'],
    [Buffer.from(good.replace('{', '{"CANARY-rate": 9182736,')), 'It is no package'],
    [Buffer.from(good.replace('CANARY-rate', 'CANARY-rate\n')), 'It is no package'],
    [Buffer.concat([Buffer.from(good), Buffer.from([0xff])]), 'It is no package'],
  ] as const) {
    const { code, output } = await machine.run(['seal', '-', '--at', at], input);
    expect(output).toContain(sentence);
    expect(code).toBe(1);
    expect(canariesIn(output)).toEqual([]);
  }
  expect(machine.found()).toEqual([]);
  expect(machine.left()).toEqual([]);
});
