import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

type Heard = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } };

/**
 * The network that a request comes from: `203.0.113.0/24`, `2001:db8:0:100::/56`. One household or office has about so much; a single
 * address would let one machine appear as many. `X-Forwarded-For` is believed to the origin on this machine alone, which sets
 * it to one address.
 */
export function whoAsks({ headers, socket }: Heard) {
  const near = addressIn(socket.remoteAddress);
  const told = near?.range() === 'loopback' ? addressIn(String(headers['x-forwarded-for'] ?? '').trim()) : undefined;
  const address = told ?? near;
  if (!address) return 'unknown';
  const bits = address.kind() === 'ipv4' ? 24 : 56;
  const kind = address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${kind.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`;
}

/** An IPv4 address in an IPv6 coat is an IPv4 address. */
function addressIn(text: string | undefined) {
  if (!text || text.includes('%') || !ipaddr.isValid(text)) return undefined;
  return ipaddr.process(text);
}
