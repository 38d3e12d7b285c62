import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { words } from '../../content/glossary/words.ts';
import { ways } from '../../content/rules/eligibility.ts';
import { guideFrontmatter } from '../../site/guides/frontmatter.ts';

const folder = fileURLToPath(new URL('../../content/guides/', import.meta.url));
const guides = globSync('*.md', { cwd: folder })
  .sort()
  .map((file) => {
    const [, above, text] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(folder + file, 'utf8'))!;
    return { slug: basename(file, '.md'), frontmatter: read(above!), text: text! };
  });

/** Reads what the guides use of YAML: lines of `name: value`, and one list of such lines. */
function read(yaml: string) {
  const value = (text: string) => (/^\d+$/.test(text) ? Number(text) : text.replace(/^'(.*)'$/, '$1'));
  const top: Record<string, unknown> = {};
  const sources: Record<string, unknown>[] = [];
  for (const line of yaml.split('\n')) {
    const [, dash, name, text] = /^( {2}- | {4})?(\w+): ?(.*)$/.exec(line)!;
    if (dash === '  - ') sources.push({});
    if (dash) sources.at(-1)![name!] = value(text!);
    else top[name!] = name === 'sources' ? sources : value(text!);
  }
  return top;
}

/** What a look finds wrong in which guide. */
function wrong(look: (guide: (typeof guides)[number]) => string[]) {
  return guides.flatMap((guide) => look(guide).map((what) => `${guide.slug}: ${what}`));
}

test('the ten guides are there, in an order without gaps', () => {
  expect(guides.toSorted((a, b) => order(a) - order(b)).map(({ slug }) => slug)).toEqual([
    'first-time',
    'ranks',
    'special-supply',
    'score',
    'remainder',
    'regulated-areas',
    'schedule',
    'competition',
    'after-winning',
    'fraud',
  ]);
  expect(guides.map(order).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

function order({ frontmatter }: (typeof guides)[number]) {
  return frontmatter['order'] as number;
}

test('each guide names its sources, the day each was seen and the day it was last checked', () => {
  const found = wrong(({ frontmatter }) => guideFrontmatter.safeParse(frontmatter).error?.issues.map(String) ?? []);
  expect(found).toEqual([]);
  for (const { frontmatter } of guides)
    for (const { seenOn } of guideFrontmatter.parse(frontmatter).sources) expect(seenOn).toMatch(/^2026-11-/);
});

test('each guide is long enough to help and short enough to be read', () => {
  const found = wrong(({ frontmatter, text }) => {
    const count = `${String(frontmatter['summary'])} ${text}`
      .split(/\s+/)
      .filter((word) => /[가-힣\d]/.test(word)).length;
    return count >= 500 && count <= 1200 ? [] : [`${count} words`];
  });
  expect(found).toEqual([]);
});

test('links of ours lead to guides, words and ways that exist', () => {
  const known = new Set([
    ...guides.map(({ slug }) => `/guides/${slug}/`),
    ...words.map(({ slug }) => `/glossary/#${slug}`),
    ...ways.map(({ id }) => `/score/#${id}`),
    ...'/ /glossary/ /score/ /privacy/ /notices/ /results/ /corrections/ /data/ /status/'.split(' '),
    '/notices/kind/remainder/',
    '/notices/kind/optional/',
    '/notices/kind/resupply/',
  ]);
  const found = wrong(({ text }) =>
    [...text.matchAll(/\]\((\S+?)\)/g)].flatMap(([, href]) =>
      known.has(href!) || href!.startsWith('https:') ? [] : [href!],
    ),
  );
  expect(found).toEqual([]);
});

test('what is not sure says what is to be checked, and where', () => {
  const found = wrong(({ text }) => [
    ...(text.match(/\[확인 필요\]|확인 필요(?!: [^\]]{8,}\]|를 붙)/g) ?? []),
    ...(text.includes('[확인 필요: ') ? [] : ['is sure of everything']),
  ]);
  expect(found).toEqual([]);
});

test('no guide promises that somebody is entitled, or tells people what to do with their money', () => {
  const found = wrong(({ text }) => text.match(/당첨됩니다|자격이 됩니다|무조건|반드시 당첨|추천합니다/g) ?? []);
  expect(found).toEqual([]);
});
