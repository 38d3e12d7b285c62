import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeHeaderFiles } from '../../../site/release/header-files.ts';
import { freshFolder } from '../../fresh.ts';

function written() {
  const release = freshFolder();
  for (const folder of ['notices', 'data', 'feeds', '_astro'])
    mkdirSync(join(release, 'client', folder), { recursive: true });
  for (const file of ['index.html', '404.html', 'robots.txt']) writeFileSync(join(release, 'client', file), '');
  writeHeaderFiles(release);
  return {
    rules: rulesIn(readFileSync(join(release, 'client/_headers'), 'utf8')),
    nginx: readFileSync(join(release, 'nginx-headers.conf'), 'utf8'),
  };
}

/** Rules of a `_headers` file: a path, and its headers indented below. */
function rulesIn(text: string) {
  return text
    .split(/\n(?=\/)/)
    .map((block) => block.trim().split('\n'))
    .map(([path, ...lines]) => ({
      path: path!,
      headers: Object.fromEntries(
        lines.map(
          (line) =>
            line
              .trim()
              .split(/: (.*)/)
              .slice(0, 2) as [string, string],
        ),
      ),
    }));
}

test('a host that cannot count keeps pages for five seconds and none while it asks; assets for a year', () => {
  const { rules } = written();
  const caching = Object.fromEntries(rules.slice(1).map(({ path, headers }) => [path, headers['Cache-Control']]));
  const short = 'public, max-age=0, s-maxage=5, stale-if-error=86400';
  expect(caching).toEqual({
    '/': short,
    '/404.html': short,
    '/_astro/*': 'public, max-age=31536000, immutable',
    '/data/*': short,
    '/feeds/*': short,
    '/index.html': short,
    '/notices/*': short,
    '/robots.txt': short,
  });
});

test('what a page never needs is forbidden everywhere; open data and feeds may be read by any script', () => {
  const { rules } = written();
  const of = (path: string) => rules.find((rule) => rule.path === path)!.headers;
  expect(of('/*')).toMatchObject({
    'Content-Security-Policy': expect.stringContaining("default-src 'none'"),
    'X-Content-Type-Options': 'nosniff',
  });
  expect(of('/notices/*')).toMatchObject({ 'Cross-Origin-Resource-Policy': 'same-origin' });
  for (const path of ['/data/*', '/feeds/*'])
    expect(of(path)).toMatchObject({
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Access-Control-Allow-Origin': '*',
    });
});

test('no header is named by two rules that meet: hosts would send both', () => {
  const [everywhere, ...others] = written().rules;
  for (const { headers } of others)
    for (const name of Object.keys(headers)) expect(everywhere!.headers).not.toHaveProperty(name);
});

test('nginx is told the same', () => {
  const { nginx } = written();
  expect(nginx).toContain('set $lighthouse_page "public, max-age=0, s-maxage=5, stale-if-error=86400";');
  expect(nginx).toContain('add_header X-Content-Type-Options "nosniff" always;');
  expect(nginx).not.toContain('undefined');
  expect(nginx.match(/[{}]/g)).toEqual(['{', '}', '{', '}']);
});
