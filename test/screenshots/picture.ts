import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';

type Wanted = { url: string; file: string; width: number; colorScheme: 'light' | 'dark'; now: Date };

let browser: Promise<Browser> | undefined;

/** Takes a picture of a whole page as a reader sees it at an instant, in one browser for all pictures. */
export async function picture({ url, file, width, colorScheme, now }: Wanted) {
  browser ??= launchBrowser();
  const context = await (
    await browser
  ).newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    deviceScaleFactor: width < 600 ? 2 : 1,
    colorScheme,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
}

picture.done = async () => {
  await (await browser)?.close();
  browser = undefined;
};
