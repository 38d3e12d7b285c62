/** A step on the way from the home page to a page. */
export type Crumb = { href: string; words: string };
