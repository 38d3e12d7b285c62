import { join } from 'node:path';
import { launchBrowser } from '../../browser.ts';
import { sampleMails } from './sample-mails.ts';

type View = { width: number; colorScheme: 'light' | 'dark'; bare?: boolean };
type Seen = { name: string; file: string; width: number; low: string[]; asked: string[]; wrong: string[] };

/** A phone in the light and in the dark, one whose mail program drops style sheets, and a wider screen. */
const views: Record<string, View> = {
  '390': { width: 390, colorScheme: 'light' },
  '390-dark': { width: 390, colorScheme: 'dark' },
  '390-bare': { width: 390, colorScheme: 'dark', bare: true },
  '700': { width: 700, colorScheme: 'light' },
};

/**
 * Pictures of every mail as readers see it, `mail-alert-390-dark.png` and so on.
 * @param audit the source of axe, to look for what is wrong.
 * @returns of each how wide it came out, which links are too low for a finger (44 px), what it asked the network for, and what axe finds wrong.
 */
export async function mailPictures(folder: string, { audit = '', scale = 2 } = {}): Promise<Seen[]> {
  const browser = await launchBrowser();
  const seen: Seen[] = [];
  try {
    for (const [view, { width, colorScheme, bare = false }] of Object.entries(views)) {
      const look = { viewport: { width, height: 844 }, deviceScaleFactor: scale, colorScheme, locale: 'ko-KR' };
      const page = await browser.newPage(look);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.evaluate(audit);
      for (const [mail, { html }] of Object.entries(sampleMails())) {
        const name = `mail-${mail}-${view}`;
        const file = join(folder, `${name}.png`);
        await page.setContent(bare ? html.replace(/<style>[^]*<\/style>/, '') : html);
        await page.screenshot({ path: file, fullPage: true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        const low = await page.evaluate(lowLinks);
        const found = 'axe.run().then(({ violations }) => violations.map(({ id }) => id))';
        const wrong = audit ? await page.evaluate<string[]>(found) : [];
        seen.push({ name, file, width: wide, low, asked: asked.splice(0), wrong });
      }
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
  return seen;
}

function lowLinks() {
  const links = [...document.querySelectorAll('a')];
  return links.filter((link) => link.getBoundingClientRect().height < 44).map(({ textContent }) => textContent);
}
