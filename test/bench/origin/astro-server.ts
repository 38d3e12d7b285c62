import { execFile } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds a site of two pages for @astrojs/node in standalone mode, puts `client` in the place of its files, and returns its entry. */
export async function buildAstroServer(folder: string, client: string) {
  const project = join(import.meta.dirname, '../../..');
  await mkdir(join(folder, 'src/pages'), { recursive: true });
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'astro.config.mjs'), config);
  await writeFile(join(folder, 'src/pages/index.astro'), '<h1>finished</h1>');
  await writeFile(join(folder, 'src/pages/now.astro'), '---\nexport const prerender = false;\n---\n<h1>on demand</h1>');
  await promisify(execFile)(process.execPath, [join(project, 'node_modules/.bin/astro'), 'build'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  await rm(join(folder, 'dist/client'), { recursive: true });
  await symlink(client, join(folder, 'dist/client'));
  return join(folder, 'dist/server/entry.mjs');
}

const config = `import node from '@astrojs/node';
export default {
  adapter: node({ mode: 'standalone' }),
  cacheDir: '.cache',
  vite: { cacheDir: '.cache/vite' },
};
`;
