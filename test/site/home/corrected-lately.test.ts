import { expect, onTestFinished, test } from 'vitest';
import { correctedLately } from '../../../site/home/corrected-lately.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

test('a corrected notice says what changed first, how much else, and when that was seen', async () => {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  const [first] = correctedLately(catalog.db, asOf, 5);
  expect(first!.href).toBe(`/notices/${ids.open}/`);
  expect(first!.about).toMatch(/^\S.* 외 \d건 · 11월 24일\(화\)$/);
});
