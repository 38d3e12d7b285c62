import { createHash } from 'node:crypto';
import type { Page } from './api.ts';

type AskPage = (number: number) => Promise<Page>;
type TakePage = (page: Page) => void;

/**
 * Reads all pages of a question. The API promises no order, so a row may stand on two pages and another on none: where the rows
 * do not add up to what was promised, or the promise changed on the way, everything is read once more.
 * @param take gets every page, some of them twice.
 * @param first the first page, when it was read already.
 * @returns how many rows there were; `whole: false` when they did not add up the second time either.
 */
export async function sweep(ask: AskPage, take: TakePage, first?: Page) {
  const seen = new Map<string, number>();
  const whole = (await readOnce(ask, take, seen, first)) || (await readOnce(ask, take, seen));
  return { whole, rows: distinct(seen) };
}

/** What the operator should know about a sweep that was not whole. @param name operation, or operation and notice. */
export function remarkOn(name: string) {
  return `${name} changed while it was read, and rows of it may be missing. Run the same command again later.`;
}

async function readOnce(ask: AskPage, take: TakePage, seen: Map<string, number>, first?: Page) {
  let page = first ?? (await ask(1));
  const promised = page.matchCount;
  let steady = true;
  for (;;) {
    take(page);
    remember(seen, page.rows);
    if (page.number >= page.pages || page.rows.length === 0) break;
    page = await ask(page.number + 1);
    steady &&= page.matchCount === promised;
  }
  return steady && distinct(seen) >= promised;
}

/** Rows that are alike on one page are several; those that are alike on two pages are the same one, seen again. */
function remember(seen: Map<string, number>, rows: unknown[]) {
  const onThisPage = new Map<string, number>();
  for (const row of rows) {
    const digest = createHash('sha256').update(JSON.stringify(row)).digest('base64');
    onThisPage.set(digest, (onThisPage.get(digest) ?? 0) + 1);
  }
  for (const [digest, times] of onThisPage) seen.set(digest, Math.max(times, seen.get(digest) ?? 0));
}

function distinct(seen: Map<string, number>) {
  return [...seen.values()].reduce((sum, times) => sum + times, 0);
}
