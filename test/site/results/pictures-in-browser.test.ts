import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { renderSite } from '../pages/render-site.ts';
import { serveSite } from '../pages/serve-site.ts';
import { ids } from '../small-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite(await renderSite(folder, 'site'));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const drawn = [`/results/${ids.announced}/`, `/results/${ids.officetel}/`];

async function open(path: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

test('a screen reader hears what a picture shows', async () => {
  const page = await open(drawn[0]!, {});
  const pictures = page.getByRole('img');
  expect(await pictures.count()).toBe(3);
  expect(
    await page.getByRole('img', { name: /공급한 세대와 접수한 건수 84\.98A형 공급 25세대 1순위 833건/ }).count(),
  ).toBe(1);
  await page.context().close();
});

test.each([320, 360, 1280])('at %i px no word leaves its picture, and none stands on another', async (width) => {
  for (const path of drawn) {
    const page = await open(path, { viewport: { width, height: 800 } });
    const wrong = await page.evaluate(() =>
      [...document.querySelectorAll('.plot')].flatMap((plot) => {
        const frame = plot.closest('figure')!.getBoundingClientRect();
        const words = [...plot.querySelectorAll('text')].map((text) => ({
          text: text.textContent?.trim(),
          box: text.getBoundingClientRect(),
        }));
        return words.flatMap(({ text, box }, i) => [
          ...(box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom
            ? [`${text} is outside`]
            : []),
          ...words.slice(i + 1).flatMap((other) => {
            const over = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
            const beside = box.right <= other.box.left || other.box.right <= box.left;
            // Lines of text lie close: their boxes may touch, their letters do not.
            return over > 4 && !beside ? [`${text} is on ${other.text}`] : [];
          }),
        ]);
      }),
    );
    expect(wrong).toEqual([]);
    await page.context().close();
  }
});

test('bars differ from the ground and from each other in light, dark and forced colours', async () => {
  for (const scheme of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    const page = await open(drawn[0]!, scheme);
    const [ground, ...fills] = await page.evaluate(() => {
      const fill = (name: string) => getComputedStyle(document.querySelector(name)!).fill;
      return [getComputedStyle(document.body).backgroundColor, fill('.plot-grey'), fill('.plot-full')];
    });
    expect(new Set([ground, ...fills]).size).toBe(3);
    await page.context().close();
  }
});
