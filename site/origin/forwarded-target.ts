import type { Release } from './release.ts';
import type { Asked } from './reply.ts';
import { requestedPath } from './requested-path.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];

/**
 * What the notifier is asked for: the forms of alerts and their answers.
 * @returns path and query; undefined for what the release itself answers, such as the finished page of `/alerts/`.
 */
export function forwardedTarget({ method = 'GET', url = '' }: Asked, release: Release, urlBytes: number) {
  const requested = url.length > urlBytes ? undefined : requestedPath(url);
  if (!requested || !/^\/alerts(\/[\w-][\w.-]*)*\/?$/.test(requested.path) || !methods.includes(method))
    return undefined;
  return (method === 'GET' || method === 'HEAD') && standsInRelease(requested.path, release)
    ? undefined
    : requested.path + requested.query;
}

/** True for a finished page or file below /alerts/, or the way to it. That alerts are away is said only when they are. */
export function standsInRelease(path: string, { files }: Release) {
  const isThere = (each: string) => files.has(each) && !each.startsWith('/alerts/unavailable');
  return (
    isThere(path) ||
    isThere(`${path}/`) ||
    (path.endsWith('/index.html') && isThere(path.slice(0, -'index.html'.length)))
  );
}
