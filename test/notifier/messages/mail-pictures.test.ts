import { statSync } from 'node:fs';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { freshFolder } from '../../fresh.ts';
import { mailPictures } from './mail-pictures.ts';

test('every mail fits a phone of 390 px, light and dark, asks the network for nothing and can be read by everybody', async () => {
  const seen = await mailPictures(freshFolder(), { audit: axe.source, scale: 1 });
  expect(seen).toHaveLength(32);
  for (const { name, file, width, low, asked, wrong } of seen) {
    expect(statSync(file).size, name).toBeGreaterThan(10_000);
    expect(width, name).toBe(name.includes('390') ? 390 : 700);
    expect(low, name).toEqual([]);
    expect(asked, name).toEqual([]);
    expect(wrong, name).toEqual([]);
  }
}, 60_000);
