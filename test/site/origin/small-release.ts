import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { treeDigest, type Manifest } from '../../../site/release/manifest.ts';

export type Contents = Record<string, string | Buffer>;

/** A page whose text is its own, long enough to be worth compressing. */
export function page(title: string) {
  return `<!doctype html><html lang="ko"><title>${title}</title><h1>${title}</h1>${'<p>청약 일정은 공고를 따릅니다.</p>'.repeat(20)}`;
}

/** A little of everything that a real release has. */
export const everyday: Contents = {
  'index.html': page('청약등대'),
  '404.html': page('페이지가 없습니다'),
  'notices/index.html': page('공고'),
  'notices/2026000123/index.html': page('힐스테이트 송도'),
  'notices/region/서울/index.html': page('서울'),
  'alerts/index.html': page('알림 신청'),
  'alerts/unavailable/index.html': page('알림 신청을 잠시 받을 수 없습니다'),
  'data/notices.json': JSON.stringify({ notices: ['2026000123'] }),
  'data/notices.csv': 'id,name\n2026000123,힐스테이트 송도\n',
  'feeds/all.xml': '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
  'feeds/all.ics': 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
  '_astro/page.Bx9k2.css': 'h1{color:#063a74}',
  '_astro/page.Cq1z8.js': 'document.title',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'icon.png': Buffer.from('89504e470d0a1a0a', 'hex'),
  'favicon.ico': Buffer.from([0, 0, 1, 0]),
  'photo.webp': Buffer.from('RIFF'),
  'map/korea.pmtiles': Buffer.from('PMTiles'),
  'fonts/a.woff2': Buffer.from('wOF2'),
  'robots.txt': 'User-agent: *\nAllow: /\n',
  'manifest.webmanifest': '{"name":"청약등대"}',
  'empty.txt': '',
  'unknown.kind': 'bytes',
};

/** An empty folder for releases, gone when the test is. */
export function releasesFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'origin-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a release says of its time. */
export type Told = Partial<Pick<Manifest, 'asOf' | 'instants' | 'concerned'>>;

/** Writes a finished release: files, twins, manifest. */
export function writeRelease(releases: string, id: string, contents: Contents, told: Told = {}): Manifest {
  const files: Manifest['files'] = {};
  for (const [path, content] of Object.entries(contents)) {
    const bytes = Buffer.from(content);
    const put = (end: string, body: Buffer) => store(join(releases, id, 'client', path + end), body);
    files[path] = isText(path)
      ? { ...put('', bytes), br: put('.br', brotli(bytes)), gz: put('.gz', gzipSync(bytes)) }
      : put('', bytes);
  }
  const time = { asOf: '2026-11-22T09:30:00+09:00', instants: [], concerned: {}, ...told };
  const manifest: Manifest = { format: 1, id, tree: treeDigest(files), files, ...time };
  writeFileSync(join(releases, id, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

/** Points `current` at a release in one rename. */
export function flip(releases: string, id: string) {
  const next = join(releases, 'current.next');
  rmSync(next, { force: true });
  symlinkSync(id, next);
  renameSync(next, join(releases, 'current'));
}

export function sha256(bytes: Buffer | string) {
  return createHash('sha256').update(bytes).digest('hex');
}

function store(path: string, body: Buffer) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
  return { sha256: sha256(body), bytes: body.length };
}

function isText(path: string) {
  return /\.(?:html|css|js|json|csv|xml|ics|svg|txt|webmanifest)$/.test(path);
}

function brotli(bytes: Buffer) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}
