import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { discloseRelease, type Disclosed } from '../../../../site/release/prepare/disclose-release.ts';
import { encloseRelease } from '../../../../site/release/prepare/enclose-release.ts';
import { intoEnvelope } from '../../../../site/release/prepare/release-envelope.ts';
import type { ReleaseHeader } from '../../../../site/release/prepare/release-header.ts';
import { sealRelease } from '../../../../site/release/prepare/seal-release.ts';
import { digestOf } from '../../../../site/release/seal-file.ts';
import { freshFolder } from '../../../fresh.ts';
import { aPreparation, contentOf } from './a-preparation.ts';

const body = Buffer.from('put here');
const form = { sha256: digestOf(body), bytes: body.length };

/** A preparation, and what comes of an envelope that is whole and carries another header than the one made for its files. */
async function strangely() {
  const it = await aPreparation(join(freshFolder(), 'data'));
  const { vault, recipient, purpose } = it;
  const { header, files } = discloseRelease(
    encloseRelease({ before: it.baseFolder, after: it.targetFolder, purpose }),
  ) as Disclosed;
  const staged = it.stage();
  const unsealed = async (change: object, more: Buffer[] = []) => {
    const plaintext = intoEnvelope(gzipSync(JSON.stringify({ ...header, ...change })), [...more, files])!;
    return it.unseal(await sealRelease({ vault, recipient, plaintext, note: purpose }), staged);
  };
  return { it, header, unsealed };
}

test('with its own header it is unsealed', async () => {
  const { it, unsealed } = await strangely();
  expect(await unsealed({})).toEqual(it.target);
});

test('a path that leads out of the folder, or can be spelled in two ways, opens nothing', async () => {
  const { it, header, unsealed } = await strangely();
  const everything = contentOf(it.releases);
  const outside = join(tmpdir(), 'escaped');
  const climbing = ['../escaped', '../../escaped', 'a/../../../escaped', '..'];
  const twoWays = [outside, '//escaped', 'a//b', './a', 'a/.', 'a/', '', 'a\\..\\b', 'a\0b'];
  for (const path of [...climbing, ...twoWays]) {
    expect(await unsealed({ files: { [path]: form, ...header.files } }, [body]), path).toEqual(notWhole);
    expect(await unsealed({ removed: [...header.removed, path] }), path).toEqual(notWhole);
  }
  expect(contentOf(it.releases)).toEqual(everything);
  expect(readdirSync(it.dataDir).sort()).toEqual(['keys', 'private', 'releases', 'vault']);
  expect(existsSync(outside)).toBe(false);
});

test('a file beside the site that is not beside it, or is the manifest, opens nothing', async () => {
  const { it, header, unsealed } = await strangely();
  const everything = contentOf(it.releases);
  for (const name of ['client', 'manifest.json', '../escaped', 'a/b', '.', '..', ''])
    expect(await unsealed({ beside: { [name]: form, ...header.beside } }), name).toEqual(notWhole);
  expect(contentOf(it.releases)).toEqual(everything);
});

test.each<[string, string, (header: ReleaseHeader) => object]>([
  [
    'with an id that is none',
    'what its header says',
    ({ manifest }) => ({ manifest: { ...manifest, id: '../current' } }),
  ],
  [
    'with the id of another tree',
    'add up',
    ({ manifest }) => ({ manifest: { ...manifest, id: otherTree(manifest.id) } }),
  ],
  [
    'with the id of another minute',
    'add up',
    ({ manifest }) => ({ manifest: { ...manifest, id: otherMinute(manifest.id) } }),
  ],
  ['of another tree', 'add up', ({ manifest }) => ({ manifest: { ...manifest, tree: '0'.repeat(64) } })],
  [
    'of another asOf',
    'another instant',
    ({ manifest }) => ({ manifest: { ...manifest, asOf: '2026-11-22T19:29:59Z' } }),
  ],
  ['with more in its manifest', 'add up', ({ manifest }) => ({ manifest: { ...manifest, more: 1 } })],
  [
    'with files in its manifest',
    'what its header says',
    ({ manifest }) => ({ manifest: { ...manifest, files: { a: form } } }),
  ],
  ['without a file', 'add up', ({ files }) => ({ files: Object.fromEntries(Object.entries(files).slice(1)) })],
  ['that removes less', 'add up', () => ({ removed: [] })],
  ['that removes more', 'add up', ({ removed }) => ({ removed: [...removed, 'about.html'] })],
  ['with a field that nobody knows', 'what its header says', () => ({ more: 1 })],
  ['with fewer files beside the site', 'what its header says', () => ({ beside: {} })],
])('a header %s opens nothing that readers could see', async (_, sentence, change) => {
  const { it, header, unsealed } = await strangely();
  expect(await unsealed(change(header))).toEqual({ problem: expect.stringContaining(sentence) as unknown });
  expect(readdirSync(it.releases).filter((name) => !name.startsWith('.building-'))).toEqual([it.base.id]);
  expect(readFileSync(join(it.baseFolder, 'manifest.json'), 'utf8')).toBe(JSON.stringify(it.base));
});

test('a name that does not stand for the instant and the tree opens nothing, also where the manifest has it', async () => {
  const { it, header, unsealed } = await strangely();
  const { id } = it.target;
  for (const other of [{ id: otherTree(id) }, { id: otherMinute(id) }, { id: otherTree(id), tree: '0'.repeat(64) }]) {
    const manifestSha256 = digestOf(Buffer.from(JSON.stringify({ ...it.target, ...other })));
    const outcome = await unsealed({ manifest: { ...header.manifest, ...other }, manifestSha256 });
    expect(outcome).toEqual({ problem: expect.stringContaining('add up') as unknown });
  }
  const manifestSha256 = digestOf(Buffer.from(JSON.stringify(it.target)));
  expect(await unsealed({ manifestSha256 })).toEqual(it.target);
});

const notWhole = { problem: expect.stringMatching(/It does not hold what its header says\.$/) as unknown };

function otherTree(id: string) {
  return `${id.slice(0, -8)}00000000`;
}

function otherMinute(id: string) {
  return id.replace('T1930', 'T1931');
}
