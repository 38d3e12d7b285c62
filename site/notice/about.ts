import { sidoByCode, sigunguByCode } from '../../content/regions/find.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import type { Crumb } from '../words/crumbs.ts';

/**
 * A notice in the words of schema.org: the way to its page, and the homes that are offered. No Event: a receipt is no
 * gathering, and search engines ask not to mark other things as one. No Offer: the highest price of a type is not the price of
 * a home.
 */
export function aboutNotice(notice: Notice, trail: Crumb[], page: URL) {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'BreadcrumbList',
        itemListElement: [{ href: '/', words: '홈' }, ...trail, { href: page.pathname, words: notice.name }].map(
          ({ href, words }, i) => ({
            '@type': 'ListItem',
            position: i + 1,
            name: words,
            item: new URL(href, page).href,
          }),
        ),
      },
      {
        '@type': notice.kind === 'officetel' ? 'Residence' : 'ApartmentComplex',
        name: notice.name,
        url: page.href,
        address: addressOf(notice),
        ...(notice.kind !== 'officetel' &&
          notice.totalSupply !== null && {
            numberOfAccommodationUnits: { '@type': 'QuantitativeValue', value: notice.totalSupply },
          }),
      },
    ],
  };
}

function addressOf({ address, sido, sigungu }: Notice) {
  return {
    '@type': 'PostalAddress',
    addressCountry: 'KR',
    ...(sido && { addressRegion: sidoByCode(sido)?.name }),
    ...(sigungu && { addressLocality: sigunguByCode(sigungu)?.name }),
    ...(address && { streetAddress: address }),
  };
}
