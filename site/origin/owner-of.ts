import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

type Heard = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } };

/**
 * The address that a request came from. Each proxy of ours adds the one that it heard it from to `X-Forwarded-For`, so the list is read
 * from its end, as long as what speaks is one of ours: what stands further left anybody may have written.
 * @param proxies networks of our own proxies, as CIDR.
 */
export function ownerOf({ headers, socket }: Heard, proxies: readonly string[]) {
  let owner = addressIn(socket.remoteAddress);
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  while (owner && told.length > 0 && proxies.some((network) => isIn(owner!, network))) {
    const next = addressIn(told.pop()!.trim());
    if (!next) break;
    owner = next;
  }
  return owner?.toString() ?? 'unknown';
}

function addressIn(text: string | undefined) {
  return text && !text.includes('%') && ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, network: string) {
  const [base, bits] = ipaddr.parseCIDR(
    network.includes('/') ? network : `${network}/${network.includes(':') ? 128 : 32}`,
  );
  return address.kind() === base.kind() && address.match(base, bits);
}
