import { Fault } from './fault.ts';
import type { Pace } from './pace.ts';
import type { ApiRequest } from './request.ts';

/**
 * Asks and reads to the last byte. One time limit covers both, so that a trickle ends as well.
 * @throws Fault when no whole answer came, whatever its status.
 */
export async function exchange({ url, headers }: ApiRequest, { timeout, largestAnswer }: Pace) {
  try {
    // A redirect is not followed: it would hand the key to whatever it names.
    const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    return { status: response.status, headers: response.headers, text: await textOf(response, largestAnswer) };
  } catch (error) {
    if (error instanceof Fault) throw error;
    if ((error as Error).name === 'TimeoutError') throw new Fault('passing', `no answer within ${timeout / 1000} s`);
    throw new Fault('passing', `a broken connection (${codeOf(error)})`);
  }
}

async function textOf(response: Response, largest: number) {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largest) throw new Fault('operation', `the answer is larger than ${largest >> 20} MB.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** `ECONNRESET`, of fetch's own error or of the one that it wraps. */
function codeOf(error: unknown) {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return cause?.code ?? code ?? 'without a reason';
}
