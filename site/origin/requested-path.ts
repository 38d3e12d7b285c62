/** The path of a request, decoded, and its query as it came, `?` included. */
export type Requested = { path: string; query: string };

/** Reads a request target (RFC 9112 §3.2), which Node has found to be visible ASCII. Undefined when it is no address, or its encoding is broken. */
export function requestedPath(target: string): Requested | undefined {
  const local = target.startsWith('/') ? target : withoutOrigin(target);
  if (local === undefined) return undefined;
  const end = local.indexOf('?');
  const path = decoded(end < 0 ? local : local.slice(0, end));
  return path === undefined ? undefined : { path, query: end < 0 ? '' : local.slice(end) };
}

/** A proxy may send the whole address: `http://host/path`. */
function withoutOrigin(target: string) {
  const rest = /^https?:\/\/[^/?#]+(.*)$/i.exec(target)?.[1];
  return rest === undefined || rest.startsWith('/') ? rest : `/${rest}`;
}

function decoded(path: string) {
  if (!path.includes('%')) return path;
  try {
    // An encoded slash separates nothing. The zero byte stands for it, since no release lists a path that has one.
    return decodeURIComponent(path.replaceAll(/%2f/gi, '%00'));
  } catch {
    return undefined;
  }
}
