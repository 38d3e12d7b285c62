import { hash } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { dayAfter } from '../../../db/clock.ts';
import { treeDigest, type Manifest } from '../../../site/release/manifest.ts';

/** Two a day, as a year has them. */
const instants = Array.from(
  { length: 500 },
  (_, i) => `${dayAfter('2026-11-22', Math.floor(i / 2))}T${i % 2 ? '19:30' : '09:00'}:00+09:00`,
);

/** Writes a release of notices of about 20 kB each, with their twins. The digests are of the plain pages, by path. */
export async function writePages(folder: string, count: number) {
  const releases = join(folder, 'releases');
  const client = join(releases, 'bench', 'client');
  const files: Manifest['files'] = {};
  const digests = new Map<string, string>();
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const path = `notices/${2_026_000_000 + number}`;
    const html = Buffer.from(noticePage(number));
    await mkdir(join(client, path), { recursive: true });
    const [br, gz] = await Promise.all([brotli(html), promisify(gzip)(html)]);
    await writeFile(join(client, path, 'index.html'), html);
    await writeFile(join(client, path, 'index.html.br'), br);
    await writeFile(join(client, path, 'index.html.gz'), gz);
    files[`${path}/index.html`] = { ...listed(html), br: listed(br), gz: listed(gz) };
    digests.set(`/${path}/`, hash('sha256', html));
    bytes += html.length;
  }
  const manifest: Manifest = {
    format: 1,
    id: 'bench',
    asOf: '2026-11-22T09:30:00+09:00',
    tree: treeDigest(files),
    files,
    instants,
    concerned: Object.fromEntries(Object.keys(files).map((path, i) => [path, [i % instants.length]])),
  };
  await writeFile(join(releases, 'bench', 'manifest.json'), JSON.stringify(manifest));
  await symlink('bench', join(releases, 'current'));
  return { releases, client, digests, kilobytes: Math.round(bytes / count / 1024) };
}

function listed(body: Buffer) {
  return { sha256: hash('sha256', body), bytes: body.length };
}

function brotli(body: Buffer) {
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

function noticePage(number: number) {
  const random = randomFrom(number + 1);
  const words = (count: number) => Array.from({ length: count }, () => word(random)).join(' ');
  const rows = Array.from(
    { length: 40 },
    (_, row) =>
      `<tr><th scope="row">${59 + row}A</th><td>${Math.floor(random() * 300)}</td><td><time datetime="2026-11-${10 + (row % 18)}">11월 ${10 + (row % 18)}일</time></td><td>${(random() * 90).toFixed(2)}</td></tr>`,
  );
  const parts = Array.from({ length: 20 }, () => `<section><h2>${words(3)}</h2><p>${words(75)}</p></section>`);
  return `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>${words(4)} | 청약등대</title></head>
<body><main><h1>${words(3)}</h1><table>${rows.join('\n')}</table>${parts.join('\n')}</main></body></html>`;
}

/** Two to four syllables; as in any text, few words make up most of it. */
function word(random: () => number) {
  const rank = Math.floor(random() ** 2 * 3_000);
  const syllable = (place: number) => String.fromCharCode(0xac00 + ((rank * 7_919 + place * 613) % 2_350) * 4);
  return Array.from({ length: 2 + (rank % 3) }, (_, place) => syllable(place)).join('');
}

/** Numbers from 0 up to 1, the same ones on every run (mulberry32). */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
