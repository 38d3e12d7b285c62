import { readFileSync } from 'node:fs';
import type { Server } from './child-server.ts';
import { startNginxCache } from './nginx.ts';
import { advised, forNginx, startVarnish } from './varnish.ts';

/** A way from readers to the origin. */
export type Tier = {
  name: string;
  /** What readers ask. */
  url: string;
  /** True for what we advise and must hold; the others show what they do. */
  judged: boolean;
  /** True when its readers are there early: what it asks has no Age, and those who ask the same tier later meet one. */
  early: boolean;
};

const shortly = readFileSync(new URL('nginx-behind-a-cache.conf', import.meta.url), 'utf8');

/*
 * What is known of nginx as a cache: before the origin it keeps to T as it comes. Behind another cache it does not read Age and
 * begins to count anew, so an old page may stay as long after T as the other cache had kept it. There it needs to be told
 * X-Accel-Expires, or to keep 1 s at most, which may be old until T+2 s.
 */

/** Starts all tiers before an origin. `keep` is handed each server as it starts. */
export async function startTiers(
  room: string,
  origin: { port: number },
  keep: (server: Server) => void,
): Promise<Tier[]> {
  const started = async (starting: Promise<Server>) => {
    const server = await starting;
    keep(server);
    return server;
  };
  const shield = await started(startVarnish(room, 'shield', origin, advised + forNginx));
  const edge = await started(startVarnish(room, 'edge', shield, advised));
  const plainShield = await started(startVarnish(room, 'plain-shield', origin));
  const plainEdge = await started(startVarnish(room, 'plain-edge', plainShield));
  const nginx = (name: string, backend: Server | { port: number }, rules?: string) =>
    started(startNginxCache(room, name, backend, rules));
  const first = await nginx('first', origin);
  const told = await nginx('told', shield);
  const short = await nginx('short', shield, `proxy_ignore_headers X-Accel-Expires;\n${shortly}`);
  const untold = await nginx('untold', shield, 'proxy_ignore_headers X-Accel-Expires;');
  return [
    { name: 'two Varnish tiers', url: edge.url, judged: true, early: true },
    { name: 'two Varnish tiers as they come', url: plainEdge.url, judged: false, early: true },
    { name: 'nginx before the origin', url: first.url, judged: false, early: false },
    { name: 'nginx before Varnish, which says X-Accel-Expires', url: told.url, judged: false, early: false },
    { name: 'nginx before Varnish, 1 s at most', url: short.url, judged: false, early: false },
    { name: 'nginx before Varnish as it comes', url: untold.url, judged: false, early: false },
  ];
}
