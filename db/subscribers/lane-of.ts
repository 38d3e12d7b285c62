import type { Address, Lane } from './channel.ts';

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

/** Whose limit a channel falls under: a push service by its host, a mail provider by its name. It never names a person. */
export function laneOf(address: Address): Lane {
  if (address.by === 'push') return `push ${new URL(address.endpoint).host}`;
  const domain = address.address
    .slice(address.address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  return `email ${providers.get(domain) ?? 'others'}`;
}
