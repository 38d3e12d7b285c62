import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

const entry = fileURLToPath(new URL('../service-worker/worker.ts', import.meta.url));
const offlinePage = 'offline/index.html';

/** Writes `/sw.js`, which knows the offline page of this very site and the files that it needs. */
export async function writeServiceWorker(client: string) {
  const html = readFileSync(join(client, offlinePage), 'utf8');
  const files = [
    ...new Set([...html.matchAll(/(?:href|src)="(\/(?:_astro\/[^"]+|favicon\.svg))"/g)].map(([, path]) => path!)),
  ];
  const shell = ['/offline/', ...files.sort()];
  const version = hash('sha256', [html, ...shell].join('\n')).slice(0, 12);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define: { SHELL_FILES: JSON.stringify(shell), SHELL_VERSION: JSON.stringify(version) },
  });
  await stop(); // its process would stay as long as ours
  writeFileSync(join(client, 'sw.js'), outputFiles[0]!.contents);
}
