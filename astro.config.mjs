import { defineConfig } from 'astro/config';
import { plainImports } from './site/scripts/plain-imports.mjs';
import { krdsTokens } from './site/styles/krds-tokens.mjs';

/**
 * What every page runs, and what the scripts of several pages begin with, is one file. In files of their own the latter would be
 * asked for only once the scripts that import them have come: a second way to the server before the page is shown.
 */
const inOneFile = {
  groups: [
    {
      name: 'everywhere',
      test: /Page\.astro\?astro&type=script|\/(search\/make-room|compare\/(chosen|toggle)|saved\/saved|keep-saved|words\/numbers)\.ts/,
    },
  ],
};

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
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: inOneFile } } } } },
  },
});
