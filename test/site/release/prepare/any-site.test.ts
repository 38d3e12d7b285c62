import { rmSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deltaBetween } from '../../../../site/release/prepare/delta.ts';
import { formsOf } from '../../../../site/release/prepare/sealed-forms.ts';
import { verify } from '../../../../site/release/verify.ts';
import { freshFolder } from '../../../fresh.ts';
import { page } from '../finished-site.ts';
import { aPreparation, contentOf, inodesOf, type Site } from './a-preparation.ts';

const name = fc.constantFrom('a', 'b', '7', '가', 'c.html', 'd.json', 'e.png', 'constructor');
const anyPath = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('가', '나', '다').map(page),
  fc.string({ minLength: 240, maxLength: 300 }),
);

/** Few names and few texts, so that two sites have files in common, and folders where the other has files. */
const anySite = fc

  .dictionary(anyPath, text, { minKeys: 1, maxKeys: 12, noNullPrototype: true })
  .map(
    (files) => Object.fromEntries(Object.entries(files).filter(([each]) => !isFolderIn(files, each))) satisfies Site,
  );

function isFolderIn(files: Site, path: string) {
  return Object.keys(files).some((other) => other.startsWith(`${path}/`));
}

test('whatever the two sites are, the second comes out byte for byte, and the first keeps its bytes', async () => {
  await fc.assert(
    fc.asyncProperty(anySite, anySite, async (before, after) => {
      const folder = freshFolder();
      const it = await aPreparation(folder, { before, after });
      const [content, inodes] = [contentOf(it.baseFolder), inodesOf(it.baseFolder)];
      expect(await it.unseal(await it.seal())).toEqual(it.target);
      expect(verify(it.release)).toEqual(it.target);
      expect(contentOf(it.release)).toEqual(contentOf(it.targetFolder));
      expect(contentOf(it.baseFolder)).toEqual(content);
      expect(inodesOf(it.baseFolder)).toEqual(inodes);
      expectShared(it.base, it.target, inodes, inodesOf(it.release));
      rmSync(folder, { recursive: true });
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** Files that stay are the same files on the disk; what is new or other is none of the base's. */
function expectShared(
  base: Parameters<typeof deltaBetween>[0],
  target: Parameters<typeof deltaBetween>[1],
  before: Record<string, number>,
  after: Record<string, number>,
) {
  const changed = new Set(deltaBetween(base, target).changed);
  const old = new Set(Object.values(before));
  for (const [path, file] of Object.entries(target.files))
    for (const form of formsOf(path, file).map((each) => `client/${each.name}`))
      if (changed.has(path)) expect(old).not.toContain(after[form]);
      else expect(after[form]).toBe(before[form]);
}
