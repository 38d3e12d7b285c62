import { build } from 'astro';

/*
 * Builds the pages of alerts as astro.config.mjs beside it says. It ends when its parent does, by way of the pipe between them. The root is
 * that of the checkout: what Astro and Vite leave in theirs is nothing to look at here.
 */
process.stdin.on('close', () => process.exit(1)).resume();
await build({
  root: process.env['LIGHTHOUSE_ROOT'],
  configFile: './site/on-demand/astro.config.mjs',
  logLevel: 'warn',
});
process.exit(0);
