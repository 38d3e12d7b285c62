import { isIP } from 'node:net';
import { pushFamilyOf } from '../../../db/subscribers/push-families.ts';

/** A push service that we may speak to. */
export type PushHost = {
  /** `https://push.example.org`, with its port where that is not 443. */
  origin: string;
  host: string;
  port: number;
  /** The one address at which it may be, whatever kind of address that is; null: any public one that its name leads to. */
  address: string | null;
};

/** Which hosts of endpoints are push services. Endpoints come from strangers: anywhere else would be a request forged through us. */
export type PushHosts = {
  /** The host of an endpoint; null where it is none that we speak to, has credentials, or is not https. */
  of(endpoint: string): (PushHost & { path: string }) | null;
};

const wellKnown = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', 'web.push.apple.com'];

/** @param more of the setting PUSH_HOSTS: `push.example.org`, `push.example.org:8443=127.0.0.1`. */
export function pushHosts(more: readonly string[]): PushHosts {
  const own = new Map(more.map((each) => [hostAndPort(each), each.split('=')[1] ?? null]));
  return {
    of(endpoint) {
      const url = URL.parse(endpoint);
      if (url?.protocol !== 'https:' || url.username || url.password || url.hash) return null;
      const { hostname: host, origin } = url;
      if (isIP(host.replace(/^\[|\]$/g, ''))) return null;
      const port = Number(url.port || 443);
      const address = own.get(`${host}:${port}`);
      if (address === undefined && (port !== 443 || !isWellKnown(host))) return null;
      return { origin, host, port, address: address ?? null, path: url.pathname + url.search };
    },
  };
}

function isWellKnown(host: string) {
  return wellKnown.includes(host) || (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && pushFamilyOf(host) !== undefined);
}

function hostAndPort(setting: string) {
  const [host, port = '443'] = setting.split('=')[0]!.toLowerCase().split(':');
  return `${host}:${port}`;
}
