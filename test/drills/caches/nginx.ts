import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from './child-server.ts';

/**
 * Starts an nginx with one server, as the user that nginx takes by itself.
 * @param room folder in which it has its own; it must let other users in.
 * @param server directives of the server.
 * @param around directives beside the server, which may name the folder.
 */
export function startNginx(room: string, name: string, server: string, around = (_folder: string) => '') {
  const folder = join(room, name);
  mkdirSync(folder);
  const file = join(folder, 'nginx.conf');
  return startServer('nginx', (port) => {
    writeFileSync(file, conf(folder, around(folder), `listen 127.0.0.1:${port} backlog=4096;\n${server}`));
    return ['-c', file, '-p', folder, '-e', 'stderr'];
  });
}

/** A cache before a server on this machine. `rules` are directives of its location; none for nginx as it comes. */
export function startNginxCache(room: string, name: string, backend: { port: number }, rules = '') {
  const location = `location / {
      proxy_pass http://before;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_cache pages;
      ${rules}
    }`;
  return startNginx(
    room,
    name,
    location,
    (folder) => `proxy_cache_path ${folder}/cache keys_zone=pages:10m;
  upstream before { server 127.0.0.1:${backend.port}; keepalive 64; }`,
  );
}

function conf(folder: string, around: string, server: string) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  ${around}
  server {
    ${server}
  }
}
`;
}
