import { getCollection } from 'astro:content';
import { guideHtml } from './guide-html.ts';

export type Guide = {
  slug: string;
  href: string;
  title: string;
  summary: string;
  updatedOn: string;
  sources: { title: string; url?: string | undefined; seenOn: string; note?: string | undefined }[];
  html: string;
};

/** Every guide, in the order in which they are to be read. */
export async function allGuides(): Promise<Guide[]> {
  const entries = await getCollection('guides');
  return entries
    .toSorted((a, b) => a.data.order - b.data.order)
    .map(({ id, data, rendered }) => ({
      ...data,
      slug: id,
      href: `/guides/${id}/`,
      html: guideHtml(rendered!.html),
    }));
}
