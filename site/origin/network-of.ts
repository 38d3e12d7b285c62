import ipaddr from 'ipaddr.js';

/**
 * The network that shares a reader's places: `203.0.113.0/24`, `2001:db8:7::/48`. A site has about so much; by single addresses one
 * machine would be many.
 * @param owner an address as `ownerOf` says it.
 */
export function networkOf(owner: string) {
  if (!ipaddr.isValid(owner)) return owner;
  const address = ipaddr.parse(owner);
  const [kind, bits] = address.kind() === 'ipv4' ? [ipaddr.IPv4, 24] : [ipaddr.IPv6, 48];
  return `${kind.networkAddressFromCIDR(`${owner}/${bits}`).toString()}/${bits}`;
}
