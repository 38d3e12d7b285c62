import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { plainImports } from '../scripts/plain-imports.mjs';
import { krdsTokens } from '../styles/krds-tokens.mjs';

/*
 * The pages of alerts that are drawn when they are asked for: a project of its own, so that nothing of the site's facts can get into
 * it. Used by site/on-demand/build.ts, which says through the environment where to put it.
 */
export default defineConfig({
  site: process.env.SITE_URL || 'http://localhost:4321',
  srcDir: './site/on-demand',
  publicDir: './site/on-demand/public',
  outDir: process.env.LIGHTHOUSE_OUT || './.data/on-demand',
  cacheDir: process.env.LIGHTHOUSE_CACHE || './.data/on-demand-cache',
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  trailingSlash: 'always',
  session: false,
  // The notifier draws every page as the answer to a GET of its own, and holds forms to their origin itself.
  security: { checkOrigin: false },
  build: { assets: 'alerts/_assets', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  vite: {
    plugins: [krdsTokens(), plainImports()],
    build: { cssCodeSplit: false, sourcemap: false, assetsInlineLimit: 0 },
    // What is built stands alone: it finds no packages from where it lies.
    ssr: { noExternal: true },
  },
});
