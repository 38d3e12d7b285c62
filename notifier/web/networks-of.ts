import ipaddr from 'ipaddr.js';

/** A network, and how much of a limit it may have: 1 is all of it. */
type Network = { name: string; share: number };

/**
 * How wide the networks are that are counted, in bits, and their shares. Carriers put thousands of readers behind one /24, and tens of
 * thousands of phones into one IPv6 /48, so those have the whole limit. A /56 is a household or an office. An attacker who rents many of
 * them has them side by side, within a /16 or a /32: a few times as much is enough for all readers there.
 */
const widths = {
  ipv4: [
    { bits: 24, share: 1 },
    { bits: 16, share: 4 },
  ],
  ipv6: [
    { bits: 56, share: 0.25 },
    { bits: 48, share: 1 },
    { bits: 32, share: 4 },
  ],
};

/**
 * The networks that somebody belongs to, from the nearest outwards; each is counted by itself.
 * @param from as `whoAsks` says it.
 */
export function networksOf(from: string): Network[] {
  const [address = ''] = from.split('/');
  if (!ipaddr.isValid(address)) return [{ name: from, share: 1 }];
  const kind = ipaddr.parse(address).kind();
  const family = kind === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return widths[kind].map(({ bits, share }) => {
    return { name: `${family.networkAddressFromCIDR(`${address}/${bits}`).toString()}/${bits}`, share };
  });
}

/** The one of them that has the whole limit: a /24 or a /48. */
export function siteOf(from: string) {
  return networksOf(from).find(({ share }) => share === 1)!.name;
}
