import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

type Resolve = (name: string, found: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const throughSystem: Resolve = (name, found) => lookup(name, { all: true }, found);

/**
 * Finds the address to connect to, and is asked by the socket itself: the address that was checked is the one that is connected to,
 * so a name that leads elsewhere at the second question gains nothing.
 * @param only the one address that is right, whatever kind it is; null: public addresses alone, none of this machine or network.
 */
export function checkedLookup(only: string | null, resolve: Resolve = throughSystem): LookupFunction {
  return (name, options, answer) => {
    const hand = (addresses: LookupAddress[]) => {
      if (options.all) return answer(null, addresses);
      answer(null, addresses[0]!.address, addresses[0]!.family);
    };
    if (only) return hand([{ address: only, family: isIP(only) }]);
    resolve(name, (error, addresses) => {
      if (error) return answer(error, '');
      const open = addresses.filter(({ address }) => isPublic(address));
      if (open.length > 0) return hand(open);
      answer(new Error('The name of a push service leads to no public address. Nothing is sent there.'), '');
    });
  };
}

/** Global unicast, neither of this machine nor of a private network, nor an IPv4 address in an IPv6 coat. */
export function isPublic(address: string) {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}
