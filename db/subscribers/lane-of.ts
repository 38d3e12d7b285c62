import type { Address, Lane } from './channel.ts';
import { pushFamilyOf } from './push-families.ts';

/** Domains of the large providers, by whose servers they share; all others are `email others`. */
const providers = new Map(
  Object.entries({
    'naver.com': ['naver.com'],
    'daum.net': ['daum.net', 'hanmail.net', 'kakao.com'],
    'nate.com': ['nate.com', 'empas.com', 'lycos.co.kr'],
    'gmail.com': ['gmail.com', 'googlemail.com'],
    'outlook.com': ['outlook.com', 'outlook.kr', 'hotmail.com', 'hotmail.co.kr', 'live.com', 'live.co.kr', 'msn.com'],
    'icloud.com': ['icloud.com', 'me.com', 'mac.com'],
    'yahoo.com': ['yahoo.com', 'yahoo.co.kr', 'yahoo.co.jp', 'ymail.com'],
  }).flatMap(([lane, domains]) => domains.map((domain) => [domain, lane] as const)),
);

/** Whose limit a channel falls under: a push service or a mail provider by its name. It never names a person. */
export function laneOf(address: Address): Lane {
  if (address.by === 'push') return pushLaneOf(new URL(address.endpoint).host);
  const domain = address.address
    .slice(address.address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  return `email ${providers.get(domain) ?? 'others'}`;
}

/**
 * The lane of a push service. Strangers choose the host of an endpoint, and families have endless ones: if each were a lane, one stranger
 * could make thousands.
 * @param host with its port where that is not 443.
 */
export function pushLaneOf(host: string): Lane {
  return `push ${pushFamilyOf(host) ?? host}`;
}
