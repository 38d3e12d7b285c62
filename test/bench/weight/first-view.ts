import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';

export type FirstView = { html: number; css: number; js: number; fonts: number; view: number; hosts: string[] };

/**
 * What a first visit to a page takes, nothing in any cache: sizes in bytes, gzipped whatever was negotiated. What a service
 * worker takes in afterwards is not part of the view.
 * @param open what a reader does first, where the type is about that.
 */
export async function firstView(browser: Browser, url: string, open?: string): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const seen: Response[] = [];
  page.on('response', (response) => seen.push(response));
  await page.goto(url, { waitUntil: 'networkidle' });
  if (open) {
    await page.locator(open).first().click();
    await page.waitForLoadState('networkidle');
  }
  const sizes = await Promise.all(
    seen.map(async (response) => ({
      type: response.request().resourceType(),
      path: new URL(response.url()).pathname,
      bytes: compressed(response, await response.body()),
    })),
  );
  await context.close();
  const sum = (of: (each: (typeof sizes)[number]) => boolean) =>
    sizes.filter(of).reduce((total, { bytes }) => total + bytes, 0);
  return {
    html: sum(({ type }) => type === 'document'),
    css: sum(({ type }) => type === 'stylesheet'),
    js: sum(({ type }) => type === 'script'),
    fonts: sum(({ type }) => type === 'font'),
    view: sum(() => true),
    hosts: [...new Set(seen.map((response) => new URL(response.url()).host))],
  };
}

function compressed(response: Response, body: Buffer) {
  return /\b(text|json|javascript|svg|xml)\b/.test(response.headers()['content-type'] ?? '')
    ? gzipSync(body).length
    : body.length;
}
