import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forEver, withoutCounting } from '../origin/cache-control.ts';
import { safetyHeaders } from '../origin/safety-headers.ts';
import { sharingHeaders } from '../origin/sharing-headers.ts';

/*
 * Headers for servers that cannot count down to a publication: pages are kept so shortly that none outlives its instant by
 * more than five seconds.
 */

/** Writes `client/_headers` for Cloudflare Pages and Netlify, and `nginx-headers.conf` beside `client` for nginx. */
export function writeHeaderFiles(release: string) {
  const client = join(release, 'client');
  const entries = readdirSync(client, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`))
    .sort();
  writeFileSync(join(client, '_headers'), staticHost(entries));
  writeFileSync(join(release, 'nginx-headers.conf'), nginx());
}

/** Where two rules of a host name the same header, both values are sent: so no path has two rules for caching or sharing. */
function staticHost(entries: string[]) {
  const rule = (path: string, headers: string[]) => [path, ...lines(headers, (name, value) => `  ${name}: ${value}`)];
  const entryRule = (path: string) => rule(path, ['Cache-Control', caching(path), ...sharingHeaders(path)]);
  return `${[rule('/*', safetyHeaders), entryRule('/'), ...entries.map(entryRule)].flat().join('\n')}\n`;
}

/** `set` within `if` is safe in a server block, and nginx sends no header that is empty. A missing asset is not kept for ever. */
function nginx() {
  const sharing = (path: string) => valueOf('Cross-Origin-Resource-Policy', sharingHeaders(path));
  const scripts = (path: string) => valueOf('Access-Control-Allow-Origin', sharingHeaders(path));
  return `# include this in the server block. A location with an add_header of its own loses these.
set $lighthouse_page "${withoutCounting}";
set $lighthouse_asset "";
set $lighthouse_sharing "${sharing('/')}";
set $lighthouse_scripts "${scripts('/')}";
if ($uri ~ ^/_astro/) {
  set $lighthouse_page "";
  set $lighthouse_asset "${forEver}";
}
if ($uri ~ ^/(data|feeds)/) {
  set $lighthouse_sharing "${sharing('/data/')}";
  set $lighthouse_scripts "${scripts('/data/')}";
}
add_header Cache-Control $lighthouse_page always;
add_header Cache-Control $lighthouse_asset;
add_header Cross-Origin-Resource-Policy $lighthouse_sharing always;
add_header Access-Control-Allow-Origin $lighthouse_scripts always;
${lines(safetyHeaders, (name, value) => `add_header ${name} "${value}" always;`).join('\n')}
`;
}

function caching(path: string) {
  return path.startsWith('/_astro/') ? forEver : withoutCounting;
}

function valueOf(name: string, headers: string[]) {
  const at = headers.indexOf(name);
  return at < 0 ? '' : headers[at + 1]!;
}

/** A flat list of names and values, a line each. */
function lines(headers: string[], line: (name: string, value: string) => string) {
  return Array.from({ length: headers.length / 2 }, (_, i) => line(headers[2 * i]!, headers[2 * i + 1]!));
}
