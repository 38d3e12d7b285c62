import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['content', 'db', 'site', 'notifier'];

/** Who may not import whom, and why that holds the promise (DESIGN §2, §3). The first pattern is the importer. */
const forbidden: [importer: RegExp, imported: RegExp][] = [
  [/^content\//, /^(db\/(?!clock\.ts$)|site\/|notifier\/|test\/)/],
  [/^db\//, /^(site|notifier|test)\//],
  [/^site\//, /^(notifier|test)\//],
  [/^notifier\//, /^(site|test)\//],
  [/^site\//, /^db\/subscribers\//],
  [/^notifier\//, /^db\/(catalog|ingest|publications|vault)\//],
  [/^db\/catalog\//, /^db\/(subscribers|ingest|publications|vault)\//],
  [/^db\/publications\//, /^db\/(subscribers|ingest|vault)\//],
  [/^db\/subscribers\//, /^db\/(catalog|ingest|publications|vault)\//],
  // Closed results are in reach of the vault's own command and of the preparation of a sealed release alone.
  [/^(?!db\/vault\/|site\/release\/prepare\/)/, /^db\/vault\//],
  // Only the publisher's side fills the catalog and heeds orders; pages read a copy of what came of them.
  [/^site\/(pages|components|layouts|words|styles|origin)\//, /^db\/(ingest|publications)\//],
  // The read path has no moving part: origin serves files.
  [/^site\/origin\//, /^db\/(catalog|ingest|publications)\//],
  // What runs in the browser takes along what it imports.
  [/^site\/scripts\//, /^(db\/(?!(clock|kinds|alert-pages)\.ts$)|content\/|site\/(?!scripts\/|words\/|styles\/))/],
  [/^site\/components\//, /^db\/(?!(kinds|catalog\/(schema|labels))\.ts$)/],
];

/** What must not be reached through files that are open to a room either: the two promises that a file between would break. */
const outOfReach: [room: RegExp, reached: RegExp][] = [
  // Settings know the hours of publications, which are no facts.
  [/^notifier\//, /^(site\/|db\/(ingest|publications|vault)\/|db\/catalog\/(?!(publication|receipt-hours)\.ts$))/],
  [/^site\//, /^(notifier\/|db\/subscribers\/)/],
];

const imports = rooms.flatMap((room) =>
  globSync(`${room}/**/*.{ts,astro,mjs}`, { cwd: root })
    .filter((file) => !file.endsWith('.config.ts'))
    .flatMap((file) => importsOf(file)),
);

function importsOf(file: string) {
  const text = readFileSync(join(root, file), 'utf8');
  const named = /^(?:import|export)\b[^'";]*\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/gm;
  return [...text.matchAll(named)].map(([words, from, plain]) => {
    const name = (from ?? plain)!;
    const target = name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : null;
    // Types are gone when it runs.
    return { file, name, target, runs: !/^(import|export) type\b/.test(words) };
  });
}

test('every room imports only what lies under it', () => {
  const wrong = imports.filter(({ file, target }) =>
    forbidden.some(([importer, imported]) => target && importer.test(file) && imported.test(target)),
  );
  expect(wrong.map(({ file, name }) => `${file} imports ${name}`)).toEqual([]);
});

test('nor does it reach through others what it may not import', () => {
  const waysTo = Map.groupBy(
    imports.filter(({ runs, target }) => runs && target),
    ({ file }) => file,
  );
  const wrong = outOfReach.flatMap(([room, reached]) => {
    const inside = [...waysTo.keys()].filter((file) => room.test(file));
    const ways = new Map<string, string>(inside.map((file) => [file, file]));
    // The map grows while it is gone through, and ends where something is out of reach.
    for (const [file, way] of ways)
      for (const { target } of reached.test(file) ? [] : (waysTo.get(file) ?? []))
        if (!ways.has(target!)) ways.set(target!, `${way} → ${target}`);
    return [...ways].filter(([file]) => reached.test(file)).map(([, way]) => way);
  });
  expect(wrong).toEqual([]);
});

test('imports of our own name the file with its ending; there are no aliases', () => {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, object>;
  const types = Object.keys(own['devDependencies']!).filter((name) => name.startsWith('@types/'));
  const packages = [...Object.keys(own['dependencies']!), ...types.map((name) => name.slice('@types/'.length))];
  const known = ({ name, target }: (typeof imports)[number]) =>
    target
      ? /\.(ts|astro|css|svg|json|mjs)(\?url)?$/.test(name)
      : /^(node|astro|virtual):/.test(name) || packages.some((each) => name === each || name.startsWith(`${each}/`));
  expect(imports.filter((each) => !known(each)).map(({ file, name }) => `${file} imports ${name}`)).toEqual([]);
});

test('only the clock reads the time', () => {
  const reads = rooms
    .flatMap((room) => globSync(`${room}/**/*.{ts,astro}`, { cwd: root }))
    .filter((file) => file !== 'db/clock.ts')
    .filter((file) => /\bDate\.now\(|new Date\(\)/.test(readFileSync(join(root, file), 'utf8')));
  expect(reads).toEqual([]);
});
