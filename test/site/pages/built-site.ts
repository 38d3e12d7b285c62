import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of a built site: its address and its bytes. */
export type BuiltPage = { path: string; html: string };

/** Every page below a folder, the 404 included, in the order of their addresses. */
export function pagesIn(client: string): BuiltPage[] {
  return globSync('**/*.html', { cwd: client })
    .sort()
    .map((file) => ({ path: `/${file.replace(/index\.html$/, '')}`, html: readFileSync(join(client, file), 'utf8') }));
}

/** What a reader of a page is told: its text without marks, and the words of its attributes. */
export function textOf(html: string) {
  return html
    .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*\b(?:content|aria-label|title)="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of a page's main part. */
export function mainOf(html: string) {
  return textOf(html.replace(/^.*<main\b/s, '<main').replace(/<\/main>.*$/s, ''));
}

/** Addresses of all links of a page. */
export function linksOf(html: string) {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
}
