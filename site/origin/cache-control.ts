/** How long browsers and CDNs may keep an answer for a path. */
export function cacheControl(path: string, status: number) {
  if (status === 404) return 'public, max-age=0, s-maxage=5';
  if (status >= 400) return 'no-store';
  // Astro puts a digest of the content into these names: other bytes get another name.
  if (path.startsWith('/_astro/')) return 'public, max-age=31536000, immutable';
  return 'public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=86400';
}
