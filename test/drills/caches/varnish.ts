import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from './child-server.ts';

/** VCL that we advise, for operators to include: for every Varnish, and for one that an nginx cache asks. */
export const advised = readFileSync(new URL('lighthouse.vcl', import.meta.url), 'utf8');
export const forNginx = readFileSync(new URL('for-nginx.vcl', import.meta.url), 'utf8');

/**
 * Starts a Varnish before a server on this machine.
 * @param room folder in which it has its own. It must let other users in: Varnish takes two of its own.
 * @param rules VCL after the backend; none for Varnish as it comes.
 */
export function startVarnish(room: string, name: string, backend: { port: number }, rules = '') {
  const vcl = join(room, `${name}.vcl`);
  writeFileSync(vcl, `vcl 4.1;\nbackend default { .host = "127.0.0.1"; .port = "${backend.port}"; }\n${rules}`);
  const own = ['-n', join(room, name), '-f', vcl, '-T', 'none', '-s', 'malloc,64m'];
  return startServer('varnishd', (port) => ['-F', '-a', `127.0.0.1:${port}`, ...own]);
}
