export type Coding = 'br' | 'gzip' | 'identity';

/**
 * The content codings a reader takes, the best first (RFC 9110 §12.5.3).
 * Equal weights go to the smaller file: br, gzip, identity. Without the header only identity is sure to be understood.
 */
export function acceptedCodings(header = ''): readonly Coding[] {
  let codings = known.get(header);
  if (!codings) {
    codings = read(header);
    // Browsers and CDNs send a handful of different headers; whoever sends more does not get to fill the memory.
    if (known.size < 100 && header.length < 100) known.set(header, codings);
  }
  return codings;
}

const known = new Map<string, readonly Coding[]>();

function read(header: string): readonly Coding[] {
  const weights = new Map(header.toLowerCase().split(',').map(readCoding));
  const others = weights.get('*') ?? 0;
  const br = weights.get('br') ?? others;
  const gzip = weights.get('gzip') ?? weights.get('x-gzip') ?? others;
  const identity = weights.get('identity') ?? weights.get('*') ?? leastWeight;
  const ranked: [Coding, number][] = [
    ['br', br],
    ['gzip', gzip],
    ['identity', identity],
  ];
  return ranked
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([coding]) => coding);
}

const leastWeight = 0.0001;

function readCoding(item: string): [string, number] {
  const [coding, ...parameters] = item.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return [coding!, /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0];
}
