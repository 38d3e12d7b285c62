import { marked } from 'marked';
import { parse } from 'yaml';
import { guideFrontmatter } from './frontmatter.ts';
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

const files = import.meta.glob<string>('../../content/guides/*.md', { query: '?raw', import: 'default', eager: true });

/** Every guide, in the order in which they are to be read. @throws a sentence that names the file whose head is wrong. */
export function allGuides(): Guide[] {
  return Object.entries(files)
    .map(([path, text]) => {
      const slug = /([\w-]+)\.md$/.exec(path)![1]!;
      const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
      const read = guideFrontmatter.safeParse(parse(head));
      if (!read.success)
        throw new Error(
          `content/guides/${slug}.md: ${read.error.issues[0]!.path.join('.')} ${read.error.issues[0]!.message}`,
        );
      const html = guideHtml(marked.parse(body, { async: false }));
      return { ...read.data, slug, href: `/guides/${slug}/`, html };
    })
    .toSorted((a, b) => a.order - b.order);
}
