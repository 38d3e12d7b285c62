/** What a conditional GET brought. */
export type Got =
  | { is: 'new'; body: unknown; etag: string | null }
  | { is: 'same' }
  /** Nothing usable: `reason` is a sentence. */
  | { is: 'away'; reason: string }
  /** The site answered, and what it said is no JSON or too much of it. */
  | { is: 'malformed'; reason: string };

/** Bytes once unpacked, and milliseconds. The archive of a month with a first load of 20,000 notices has 4 MB. */
const limits = { bytes: 32 * 2 ** 20, patience: 30_000 };

/** Asks for a file of the site. A redirection is not followed: the notifier's only input is the site that it was told. Never throws. */
export async function getFeed(url: string, etag: string | null, fetch: typeof globalThis.fetch): Promise<Got> {
  const headers = { accept: 'application/json', ...(etag !== null && { 'if-none-match': etag }) };
  try {
    const signal = AbortSignal.timeout(limits.patience);
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    if (response.status === 200) return await readBody(response, url);
    await response.body?.cancel();
    if (response.status === 304) return { is: 'same' };
    const moved = response.status >= 300 && response.status < 400;
    const todo = moved ? 'Set SITE_URL to where it leads.' : 'It is asked again.';
    return { is: 'away', reason: `${url} answered ${response.status}. ${todo}` };
  } catch (error) {
    const late = (error as Error).name === 'TimeoutError';
    const what = late ? `did not answer within ${limits.patience / 1000} seconds` : 'cannot be reached';
    return { is: 'away', reason: `${url} ${what}. It is asked again.` };
  }
}

/** Whether a page can be read; `away` where the site does not answer at all. Never throws. */
export async function readable(url: string, fetch: typeof globalThis.fetch): Promise<'yes' | 'no' | 'away'> {
  try {
    const signal = AbortSignal.timeout(limits.patience);
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status === 200 ? 'yes' : 'no';
  } catch {
    return 'away';
  }
}

async function readBody(response: Response, url: string): Promise<Got> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > limits.bytes) return { is: 'malformed', reason: `${url} is longer than ${limits.bytes} bytes.` };
    parts.push(part);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    return { is: 'new', body: JSON.parse(text) as unknown, etag: response.headers.get('etag') };
  } catch {
    return { is: 'malformed', reason: `${url} is not JSON in UTF-8.` };
  }
}
