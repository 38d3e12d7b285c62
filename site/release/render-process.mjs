import { build } from 'astro';

/*
 * One rendering process: astro.config.mjs reads the rest from the environment. It ends when its parent does, however that
 * ends, by way of the pipe between them: nothing goes on writing into a folder that the next build clears away.
 * Plain JavaScript: the type stripper of Node holds 130 MB in every process that reads TypeScript, and Astro brings its own.
 */
process.stdin.on('close', () => process.exit(1)).resume();
await build({ root: process.env['LIGHTHOUSE_ROOT'], logLevel: 'warn' });
process.exit(0);
