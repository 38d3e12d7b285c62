import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const site = new URL('../../../site/public/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.webmanifest', site), 'utf8'));

/** https://webkit.org/blog/13878/web-push-for-web-apps-on-ios-and-ipados/ */
test('a phone of Apple takes the site from its home screen as an app, which alone gets push there', () => {
  expect(['standalone', 'fullscreen']).toContain(manifest.display);
  expect([manifest.id, manifest.start_url, manifest.scope]).toEqual(['/', '/', '/']);
  expect(manifest.display_override).toBeUndefined();
});

test('its icons are pictures of the sizes that they say, those for any use among them', () => {
  const plain = manifest.icons.filter(({ purpose = 'any' }) => purpose.split(' ').includes('any'));
  expect(plain.map(({ sizes }: { sizes: string }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src, sizes, type } of manifest.icons) {
    const bytes = readFileSync(new URL(`.${src}`, site));
    if (type !== 'image/png') continue;
    expect([src, `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`]).toEqual([src, sizes]);
  }
});
