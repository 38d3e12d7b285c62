import { hash } from 'node:crypto';
import { get } from './get.ts';
import type { Running } from './running-server.ts';

/** Throws when one of fifty pages does not come as it was written: a fast wrong server is not fast. */
export async function checkAnswers({ name, url }: Running, digests: Map<string, string>) {
  const step = Math.max(1, Math.floor(digests.size / 50));
  for (const [path, digest] of [...digests].filter((_, index) => index % step === 0)) {
    const { status, body } = await get(new URL(path, url), {});
    if (status !== 200 || hash('sha256', body) !== digest)
      throw new Error(`${name} answers ${status} with other bytes than were written for ${path}.`);
  }
}
