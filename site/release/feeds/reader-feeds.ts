import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { kindNames } from '../../../db/kinds.ts';
import type { FeedScope } from '../../feeds/scopes.ts';
import type { News } from './news.ts';

/** What all feeds of a site have in common. */
export type FeedSite = { siteUrl: string; example: boolean };

type Feed = { scope: FeedScope; news: News[]; /** When the site is made, for a feed without news. */ asOf: Date };

/** News as an Atom feed (RFC 4287), the newest first. */
export function atomFeed(site: FeedSite, { scope, news, asOf }: Feed) {
  const { address, title, home } = headOf(site, scope);
  return generateAtomFeed(
    {
      xml: { lang: 'ko' },
      id: idIn(site, `feeds/${scope.path}`),
      title: { value: title },
      subtitle: { value: meaning },
      updated: news[0]?.at ?? asOf,
      authors: [{ name: '청약등대', uri: site.siteUrl }],
      links: [
        { href: `${address}.atom`, rel: 'self', type: 'application/atom+xml' },
        { href: home, rel: 'alternate', type: 'text/html' },
      ],
      entries: news.map((each) => ({
        id: idIn(site, each.id),
        title: { value: titleOf(site, each) },
        summary: { value: each.text },
        published: each.at,
        updated: each.at,
        links: [{ href: site.siteUrl + each.path, rel: 'alternate', type: 'text/html' }],
        categories: [{ term: each.kind, label: kindNames[each.kind] }],
      })),
    },
    { strict: true },
  );
}

/** The same as a JSON Feed 1.1. */
export function jsonFeed(site: FeedSite, { scope, news }: Feed) {
  const { address, title, home } = headOf(site, scope);
  const feed = generateJsonFeed({
    title,
    description: meaning,
    language: 'ko',
    home_page_url: home,
    feed_url: `${address}.json`,
    authors: [{ name: '청약등대', url: site.siteUrl }],
    items: news.map((each) => ({
      id: idIn(site, each.id),
      url: site.siteUrl + each.path,
      title: titleOf(site, each),
      content_text: each.text,
      date_published: each.at,
      date_modified: each.at,
      tags: [kindNames[each.kind]],
    })),
  });
  // The library leaves an empty list out, the format wants one.
  return `${JSON.stringify({ items: [], ...(feed as object) })}\n`;
}

const meaning = '새 공고, 정정, 결과 공개를 알립니다.';

function headOf({ siteUrl, example }: FeedSite, { path, words, list }: FeedScope) {
  return {
    address: `${siteUrl}/feeds/${path}`,
    title: `${example ? '[예시] ' : ''}${words} 청약 소식`,
    home: siteUrl + list,
  };
}

function titleOf({ example }: FeedSite, { title }: News) {
  return `${example ? '[예시] ' : ''}${title}`;
}

/** A name that stays when the address changes (RFC 4151). */
function idIn({ siteUrl }: FeedSite, name: string) {
  return `tag:${new URL(siteUrl).hostname},2026:${name}`;
}
