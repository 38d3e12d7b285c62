import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { koreanInstant } from '../../../db/clock.ts';
import { renderPages } from '../../../site/release/render.ts';
import { freshCatalog, freshFolder } from '../../fresh.ts';

/** What a rendering says that fails on an address of the site which is none. */
async function failure(closed: boolean) {
  const work = join(freshFolder(), 'work');
  mkdirSync(work);
  const facts = join(work, 'facts.db');
  freshCatalog().copyTo(facts);
  const asOf = koreanInstant('2026-11-22', '09:00');
  const siteUrl = 'no address 73911.37';
  const failing = renderPages({ work, client: join(work, 'client'), facts, asOf, siteUrl, notices: 0, closed });
  return failing.then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
}

test('what the renderer says of its failure is passed on, but not while what it renders is closed', async () => {
  expect(await failure(false)).toMatch(/^The pages could not be rendered: [^]*Invalid/);
  expect(await failure(true)).toMatch(
    /^The pages could not be rendered: what the renderer said may carry closed values/,
  );
});
