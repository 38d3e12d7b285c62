import { defineConfig } from 'astro/config';
import { plainImports } from './site/scripts/plain-imports.mjs';
import { krdsTokens } from './site/styles/krds-tokens.mjs';

/** Used by site/release/render.ts, which says through the environment what to build from and where to put it. */
export default defineConfig({
  site: process.env.SITE_URL || 'http://localhost:4321',
  srcDir: './site',
  publicDir: './site/public',
  outDir: process.env.LIGHTHOUSE_OUT || './.data/site',
  cacheDir: process.env.LIGHTHOUSE_CACHE || './.data/site-cache',
  trailingSlash: 'always',
  // While one page is written the next is rendered.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  compressHTML: true,
  devToolbar: { enabled: false },
  vite: {
    plugins: [krdsTokens(), plainImports()],
    // No script or style within a page: the content policy lets none run.
    build: { cssCodeSplit: false, sourcemap: false, assetsInlineLimit: 0 },
  },
});
