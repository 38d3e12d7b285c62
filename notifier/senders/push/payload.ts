import { createHash } from 'node:crypto';
import { whyDigest } from '../../messages/digest-of.ts';
import type { Message } from '../../messages/message.ts';

/** What all who are sent the same messages have in common. */
export type Payload = {
  /** JSON in the shape of Declarative Web Push, of `roomForPayload` bytes at most. */
  bytes: Buffer;
  /** Replaces what a push service still holds of the same (RFC 8030 §5.4): 32 characters, base64url. */
  topic: string;
  urgency: Message['urgency'];
};

/** Every message is of this many bytes on its way, whatever it says; RFC 8030 §7.2 lets a service refuse more than 4,096. */
export const bodySize = 2_048;
/** Header (salt, record size, public key) 86, delimiter 1, tag 16: RFC 8188 §2, RFC 8291 §4. */
export const roomForPayload = bodySize - 86 - 1 - 16;

/**
 * Safari 18.4 shows it by itself, other browsers through our service worker (site/service-worker/push.ts).
 * @param messages several where it is a digest: they become one notification.
 * @param digest its id; of a message by itself, what it tells is its name.
 * @see https://www.w3.org/TR/push-api/#declarative-push-message
 */
export function payloadOf(messages: readonly Message[], siteUrl: string, digest?: string): Payload {
  const topic = createHash('sha256')
    .update(digest ?? messages[0]!.event)
    .digest('base64url')
    .slice(0, 32);
  const navigate = new URL(pathOf(messages), siteUrl).href;
  const words = wordsOf(messages);
  const bytes = fitting(words, (body) =>
    Buffer.from(
      JSON.stringify({
        web_push: 8030,
        notification: { title: cut(words.title, longest.title), body, navigate, tag: topic, lang: 'ko-KR', dir: 'ltr' },
      }),
    ),
  );
  return { bytes, topic, urgency: mostUrgent(messages) };
}

/** Characters: a title and why one gets it always fit. */
const longest = { title: 120, line: 200 };

type Words = { title: string; lines: string[]; why: string };

/** What happened of one; of several the titles, with their days: a digest may be shown when another day has begun. */
function wordsOf(messages: readonly Message[]): Words {
  const [one, ...others] = messages;
  if (others.length === 0) return { title: one!.title, lines: [one!.line], why: one!.why };
  return {
    title: '청약 소식을 모았습니다',
    lines: messages.map(({ dated }) => `· ${dated}`),
    why: whyDigest,
  };
}

/** With as many of the lines as there is room for, and why below them. */
function fitting({ title, lines, why }: Words, make: (body: string) => Buffer) {
  const shown = lines.map((line) => cut(line, longest.line));
  for (let count = shown.length; count >= 0; count--) {
    const rest = count < shown.length ? ['…'] : [];
    const bytes = make([...shown.slice(0, count), ...rest, cut(why, longest.line)].join('\n'));
    if (bytes.length <= roomForPayload) return bytes;
  }
  const bare = make('');
  if (bare.length <= roomForPayload) return bare;
  throw new Error(
    `A push message of ${bare.length} bytes cannot be made shorter (a title of ${title.length} characters).`,
  );
}

function cut(text: string, most: number) {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

function pathOf(messages: readonly Message[]) {
  const paths = new Set(messages.map(({ path }) => path));
  return paths.size === 1 ? messages[0]!.path : '/';
}

function mostUrgent(messages: readonly Message[]) {
  const order = ['low', 'normal', 'high'] as const;
  return order[Math.max(...messages.map(({ urgency }) => order.indexOf(urgency)))]!;
}
