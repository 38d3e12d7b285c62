import { digestOf } from '../digest-of.ts';
import type { Links } from '../links.ts';
import type { Message } from '../message.ts';
import { layOut } from './lay-out.ts';
import type { Ending, Mail } from './mail.ts';

/**
 * The mail of one message, or of several as the digest of an hour.
 * @param messages at least one.
 * @param at the hour of the digest.
 */
export function alertMail(messages: Message[], at: Date, { page }: Pick<Links, 'page'>, ending: Ending): Mail {
  const [first, ...others] = messages;
  if (others.length > 0) return digestMail(messages, at, page, ending);
  const { title, line, path, why } = first!;
  const parts = [
    { is: 'text', text: line } as const,
    { is: 'button', words: '자세히 보기', href: page(path) } as const,
  ];
  return layOut({ heading: title, parts, why }, ending);
}

function digestMail(messages: Message[], at: Date, page: Links['page'], ending: Ending) {
  const { title, why } = digestOf(messages, at);
  const parts = messages.map(({ dated, line, why: because, path }) => ({
    is: 'news' as const,
    title: dated,
    line,
    why: because,
    href: page(path),
  }));
  return layOut({ heading: title, parts, why }, ending);
}
