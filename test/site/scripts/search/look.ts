import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { asOf } from '../../small-catalog.ts';

/** A page of a phone on the day of the small catalog, which adds up how far things moved by themselves. */
export async function phonePage(
  browser: Browser,
  more: { javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark' } = {},
) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...more });
  const page = await context.newPage();
  if (more.javaScriptEnabled ?? true) await page.clock.setFixedTime(asOf);
  await page.addInitScript(() => {
    const moved = globalThis as unknown as { moved: number };
    moved.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) moved.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return page;
}

/** How far things moved without being asked to: the cumulative layout shift. */
export function movedBy(page: Page) {
  return page.evaluate(() => (globalThis as unknown as { moved: number }).moved);
}

/** What axe has to say of a page as it stands. */
export async function complaints(page: Page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** What can be touched within a part of the page and is less than 44 px high. */
export function tooSmall(page: Page, part: string) {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(`${selector} :is(a, button, select, input, summary)`)].flatMap((each) => {
        const label = each.matches('[type=checkbox]') ? each.closest('label') : null;
        const row = getComputedStyle(each, '::after').position === 'absolute' ? each.closest('li') : null;
        const { height } = (label ?? row ?? each).getBoundingClientRect();
        return height > 0 && height < 44 ? [`${each.outerHTML.slice(0, 80)} is ${height} px high`] : [];
      }),
    part,
  );
}
