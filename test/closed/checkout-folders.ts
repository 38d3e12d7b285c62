import { fileURLToPath } from 'node:url';

/** Folders beside the sources into which Vite and Astro write when nobody tells them otherwise. */
export const checkoutFolders = [
  '.astro',
  'dist',
  'node_modules/.astro',
  'node_modules/.cache',
  'node_modules/.vite',
].map((name) => fileURLToPath(new URL(`../../${name}`, import.meta.url)));
