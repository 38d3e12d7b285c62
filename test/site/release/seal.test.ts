import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readManifest } from '../../../site/release/manifest.ts';
import { verify } from '../../../site/release/verify.ts';
import { freshFolder } from '../../fresh.ts';
import { page, sealed } from './finished-site.ts';

const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex');

test('every file has its digest, and a compressible one its twins', async () => {
  const releases = freshFolder();
  const { id, files } = await sealed(releases, {
    'index.html': page('가'),
    'icon.png': 'x'.repeat(999),
    'a.txt': 'short',
  });
  const read = (name: string) => readFileSync(join(releases, id, 'client', name));
  const index = files['index.html']!;
  expect(index.sha256).toBe(sha256(read('index.html')));
  expect(brotliDecompressSync(read('index.html.br'))).toEqual(read('index.html'));
  expect(gunzipSync(read('index.html.gz'))).toEqual(read('index.html'));
  expect(index.br).toEqual({ sha256: sha256(read('index.html.br')), bytes: read('index.html.br').length });
  expect(files['icon.png']).not.toHaveProperty('br');
  expect(files['a.txt']).not.toHaveProperty('gz');
  expect(verify(join(releases, id))).toEqual(readManifest(join(releases, id)));
});

test('the same site has the same digest, and its name says its minute', async () => {
  const site = { 'index.html': page('가'), 'notices/1/index.html': page('나') };
  const [one, other] = [await sealed(freshFolder(), site), await sealed(freshFolder(), site)];
  expect(one.tree).toBe(other.tree);
  expect(one.id).toBe(`2026-11-22T0900-${one.tree.slice(0, 8)}`);
  expect((await sealed(freshFolder(), { ...site, 'index.html': page('다') })).tree).not.toBe(one.tree);
});

test('sealing the same thing twice leaves one release', async () => {
  const releases = freshFolder();
  const first = await sealed(releases, { 'index.html': page('가') });
  expect((await sealed(releases, { 'index.html': page('가') })).id).toBe(first.id);
  expect(verify(join(releases, first.id)).tree).toBe(first.tree);
});

test('what an earlier release has the same is linked, what differs is not', async () => {
  const releases = freshFolder();
  const first = await sealed(releases, { 'same.html': page('가'), 'other.html': page('나') });
  const second = await sealed(releases, { 'same.html': page('가'), 'other.html': page('다') }, '17:30', first.id);
  const inode = (id: string, path: string) => statSync(join(releases, id, 'client', path)).ino;
  for (const path of ['same.html', 'same.html.br', 'same.html.gz'])
    expect(inode(second.id, path)).toBe(inode(first.id, path));
  expect(inode(second.id, 'other.html')).not.toBe(inode(first.id, 'other.html'));
  expect(verify(join(releases, second.id)).id).toBe(second.id);
});

test('the one file that names the release is outside its digest', async () => {
  const releases = freshFolder();
  const morning = await sealed(releases, { 'index.html': page('가') }, '09:00');
  const evening = await sealed(releases, { 'index.html': page('가') }, '17:30');
  expect(evening.tree).toBe(morning.tree);
  expect(JSON.parse(readFileSync(join(releases, evening.id, 'client/status/asof.json'), 'utf8'))).toEqual({
    release: evening.id,
    asOf: '2026-11-22T17:30:00+09:00',
    tree: evening.tree,
  });
});
