import type { Content, Ending, Part } from './mail.ts';
import { senderWords } from './sender-words.ts';
import { wrapped } from './wrapped.ts';

/** The text form: 78 columns at most, but for addresses, which stay whole on lines of their own. */
export function toText({ heading, parts, why }: Content, ending: Ending) {
  const blocks = [
    wrapped(heading),
    ...parts.map(partOf),
    '-'.repeat(40),
    wrapped(`왜 받았나요? ${why}`),
    `알림 끝내기\n${ending.unsubscribe}`,
    `알림 바꾸기\n${ending.askToManage}`,
    `${senderWords.name}\n${ending.home}`,
    wrapped(`${senderWords.says} ${senderWords.reply}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function partOf(part: Part) {
  if (part.is === 'text') return wrapped(part.text);
  if (part.is === 'button') return `${part.words}\n${part.href}`;
  if (part.is === 'facts') return part.facts.map(([name, value]) => wrapped(`${name}: ${value}`)).join('\n');
  return [wrapped(part.title), wrapped(part.line), wrapped(part.why), part.href].filter(Boolean).join('\n');
}
