import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form comes from a page of ours. Browsers say so themselves (Fetch Metadata); over plain HTTP, and older ones, name the
 * origin only, which then has to be the public one or the host that was asked. What says neither is no browser of today.
 */
export function isOurs(headers: IncomingHttpHeaders, siteUrl: string) {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = URL.parse(headers.origin ?? '');
  return origin !== null && (origin.origin === new URL(siteUrl).origin || origin.host === headers.host);
}
