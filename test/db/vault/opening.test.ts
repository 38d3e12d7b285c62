import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { listVault } from '../../../db/vault/list.ts';
import { freshVault, openedWith } from './fresh-vault.ts';
import { at, clear, oneOfEach, operationNamed, rowOf } from './packages.ts';

const now = new Date('2026-11-22T12:00:00+09:00');
const competition = operationNamed('getAPTLttotPblancCmpet');

async function encrypted(recipient: string, plaintext: string | Uint8Array) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(Buffer.from(plaintext));
}

test('another identity opens nothing', async () => {
  const [vault, other] = [await freshVault(), await freshVault()];
  const file = await vault.seal(clear(oneOfEach()));
  expect(await openedWith(vault.folder, other.identity)).toEqual([
    { file, problem: expect.stringMatching(/^It was sealed to another recipient/) },
  ]);
});

test('a file that was cut off anywhere, or has one bit turned anywhere, gives a sentence and no row', async () => {
  const vault = await freshVault();
  const path = join(vault.folder, await vault.seal(clear(oneOfEach())));
  const whole = readFileSync(path);
  const ends = [0, 1, 30, 150, 184, 185, 200, 216, 65_768, 65_769, 131_304, whole.length - 1];
  const turned = [5, 30, 60, 100, 150, 190, 201, 300, 70_000, whole.length - 1];
  for (const damaged of [
    ...ends.map((end) => whole.subarray(0, end)),
    ...turned.map((place) => whole.with(place, whole[place]! ^ 1)),
    Buffer.concat([whole, Buffer.from('x')]),
  ]) {
    writeFileSync(path, damaged);
    const [opened] = await vault.opened();
    expect(Object.keys(opened ?? {})).toEqual(['file', 'problem']);
    expect(opened).toMatchObject({ problem: expect.stringMatching(/^It (is|was) [^{]+\.$/) });
  }
});

test.each([
  [
    'its digest is of something else',
    `{"vault":1,"sha256":"${'0'.repeat(64)}"}\n${clear(oneOfEach()).toString()}\n`,
    'not what was sealed',
  ],
  ['it is of a later version', `{"vault":2,"sha256":"${'0'.repeat(64)}"}\n{}\n`, 'version 2 of the envelope'],
  ['it says no instant', clear(oneOfEach(), {}).toString(), '"at" is missing'],
  [
    'its instant has no offset',
    clear(oneOfEach(), { at: '2026-11-25T19:30:00' }).toString(),
    'no instant with an offset',
  ],
  ['a row of it is broken', clear(oneOfEach({ HOUSE_TY: '' })).toString(), 'getAPTLttotPblancCmpet row 1: HOUSE_TY'],
])('rows are read again when a package is opened: %s', async (_, plaintext, sentence) => {
  const vault = await freshVault();
  mkdirSync(vault.folder);
  writeFileSync(join(vault.folder, 'x.age'), await encrypted(vault.recipient, plaintext));
  expect(await vault.opened()).toEqual([{ file: 'x.age', problem: expect.stringContaining(sentence) }]);
});

test('broken and foreign files are named with a sentence, the others go on', async () => {
  const vault = await freshVault();
  const good = await vault.seal(clear(oneOfEach()));
  const put = (name: string) => writeFileSync(join(vault.folder, name), 'REQ_CNT 9182736');
  put('0.age');
  put('notes.txt');
  put('.hidden.age.part');
  mkdirSync(join(vault.folder, 'releases'));
  symlinkSync('/dev/zero', join(vault.folder, 'z.age'));
  const { lines, problems } = await listVault(vault.folder, vault.identity, now);
  expect(lines).toEqual([expect.stringContaining(good)]);
  expect(problems).toEqual([
    '0.age: It is no file of age.',
    'notes.txt: Its name does not end in .age. Remove what is no sealed package.',
    'z.age: It is a link or a device, not a file. Put the file itself there.',
  ]);
});

test('the list says instants and notices, but neither how many rows there are nor of what', async () => {
  const vault = await freshVault();
  const row = (notice: string, model: string) => rowOf(competition, { HOUSE_MANAGE_NO: notice, MODEL_NO: model });
  const listed = async () => (await listVault(vault.folder, vault.identity, now)).lines.map((line) => line.split('  '));
  await vault.seal(clear({ [competition.name]: [row('2026000002', '01'), row('2026000001', '01')] }));
  const [few] = await listed();
  expect(few!.slice(1)).toEqual([
    '1,049,016 bytes',
    expect.stringMatching(/^put there \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/),
    `until ${at}`,
    'notices 2026000001, 2026000002',
  ]);
  await vault.seal(
    clear({ [competition.name]: ['01', '02', '03'].flatMap((no) => [row('2026000001', no), row('2026000002', no)]) }),
  );
  const [one, other] = (await listed()).map(([, size, , ...rest]) => [size, ...rest]);
  expect(one).toEqual(other);
});

test('without the identity the list says names and sizes alone', async () => {
  const vault = await freshVault();
  await vault.seal(clear(oneOfEach()));
  const { lines, problems } = await listVault(vault.folder, null, now);
  expect(lines).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.age {2}1,049,016 bytes {2}put there \S+$/)]);
  expect(problems).toEqual([]);
});

test('a vault that nobody has used is empty', async () => {
  const vault = await freshVault();
  expect(await vault.opened()).toEqual([]);
});
