/** An address that may become a link. */
export type WebLink = { href: string; words: string };

/** A link for an http(s) address, or null: other schemes, and text that is no address, are never made clickable. */
export function webLink(text: string | null): WebLink | null {
  if (!text || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const words = text.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return { href: new URL(text).href, words };
}
