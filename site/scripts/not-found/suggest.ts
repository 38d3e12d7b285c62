import { likelyWays } from './likely-ways.ts';

/* Says of the address that led nowhere what was probably looked for, and leads there if it exists. */

const place = document.querySelector('#suggestion');
const regions = [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/notices/region/"]')].map((link) => ({
  href: link.getAttribute('href')!,
  words: link.firstChild?.textContent?.trim() ?? '',
}));

if (place) void suggest(place);

async function suggest(to: Element) {
  const { said, ways } = likelyWays(location.pathname, regions);
  to.append(said);
  for (const { href, words } of ways) {
    if (!(await exists(href))) continue;
    const link = document.createElement('a');
    Object.assign(link, { href, textContent: words, className: 'more' });
    to.append(' ', link);
    return;
  }
}

async function exists(href: string) {
  try {
    return (await fetch(href, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}
