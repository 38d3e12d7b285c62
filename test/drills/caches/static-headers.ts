import { join } from 'node:path';
import { forEver, withoutCounting } from '../../../site/origin/cache-control.ts';
import { safetyHeaders } from '../../../site/origin/safety-headers.ts';
import { sharingHeaders } from '../../../site/origin/sharing-headers.ts';
import { readManifest } from '../../../site/release/manifest.ts';
import { startNginx } from './nginx.ts';

/**
 * Serves a release with an nginx that includes its `nginx-headers.conf`, as an operator without our origin does.
 * @returns what is otherwise than promised, a line each.
 */
export async function staticHeaders(room: string, release: string) {
  const server = `root ${join(release, 'client')};
    error_page 404 /404.html;
    include ${join(release, 'nginx-headers.conf')};`;
  const nginx = await startNginx(room, 'static', server);
  try {
    const lines = await Promise.all(promisesOf(release).map((promised) => brokenIn(nginx.url, promised)));
    return lines.flat();
  } finally {
    await nginx.stop();
  }
}

type Promised = { path: string; status: number; headers: Headers };

/** Pages, open data, a feed, an asset; and what is not there, which must not be kept for a year where an asset is asked for. */
function promisesOf(release: string): Promised[] {
  const files = Object.keys(readManifest(release).files);
  const first = (folder: string) => `/${files.find((file) => file.startsWith(folder))!}`;
  const kept = (path: string, caching = withoutCounting) =>
    headersFrom(['Cache-Control', caching, ...sharingHeaders(path), ...safetyHeaders]);
  return [
    ...['/', '/results/', first('data/'), first('feeds/')].map((path) => ({ path, status: 200, headers: kept(path) })),
    { path: first('_astro/'), status: 200, headers: kept('/', forEver) },
    ...['/no-such-page/', '/_astro/none.css'].map((path) => ({ path, status: 404, headers: kept('/') })),
  ];
}

async function brokenIn(url: string, { path, status, headers }: Promised) {
  const answer = await fetch(new URL(path, url));
  await answer.arrayBuffer();
  if (answer.status !== status) return [`${path} has status ${answer.status} instead of ${status}`];
  return [...headers.keys(), 'access-control-allow-origin']
    .filter((name) => answer.headers.get(name) !== headers.get(name))
    .map((name) => `${path} has ${name}: ${answer.headers.get(name)} instead of ${headers.get(name)}`);
}

/** From a flat list of names and values. */
function headersFrom(list: string[]) {
  const headers = new Headers();
  for (let i = 0; i < list.length; i += 2) headers.set(list[i]!, list[i + 1]!);
  return headers;
}
