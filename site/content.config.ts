import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guideFrontmatter } from './guides/frontmatter.ts';

/** The guides are the one collection: whatever a collection holds is in the cache of every build. */
export const collections = {
  guides: defineCollection({ loader: glob({ base: './content/guides', pattern: '*.md' }), schema: guideFrontmatter }),
};
