import type { Arrival, Arrivals } from './arrivals.ts';
import { mailInWords } from './mail-in-words.ts';
import type { Surroundings } from './surroundings.ts';

/** Everything that a notifier has sent so far: to browsers, to mail servers, and what it has asked of the site. */
export async function outgoing({ push, smtp, site }: Surroundings, arrivals: Arrivals) {
  const raw = arrivals.over2(new URL(push.origin).host);
  const mails = smtp.received.map(async ({ from, to, raw: letter }) => ({ from, to, ...(await mailInWords(letter)) }));
  const words = {
    pushes: inOrder(
      push.received.map(({ path, topic, ttl, urgency, payload, at }) => {
        return { path, topic, ttl, urgency, payload, at: at.toISOString() };
      }),
    ),
    requests: inOrder(raw.map(requestInWords)),
    mails: inOrder(await Promise.all(mails)),
    asked: arrivals.over1(new URL(site).host),
  };
  const letters = smtp.received.map(({ raw: letter }) => letter.toString('latin1'));
  const bytes = [
    ...raw.flatMap(({ headers, body }) => [JSON.stringify(headers), body]),
    // Base64 is cut into lines.
    ...letters.flatMap((letter) => [letter, letter.replaceAll('\r\n', '')]),
    JSON.stringify(words),
  ];
  return { words, bytes };
}

/** Signature, key pair, salt and ciphertext are drawn for each; what is signed, and how many bytes there are, is not. */
function requestInWords({ headers: { authorization = '', ...headers }, body }: Arrival) {
  const [, token = '', key] = /^vapid t=[\w-]+\.([\w-]+)\.[\w-]+, k=([\w-]+)$/.exec(authorization) ?? [];
  const claims = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown;
  return { headers: { ...headers }, claims, key, bytes: body.length };
}

/** Which of two comes first is a matter of the machine's own time. */
function inOrder<T>(all: T[]) {
  return all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
