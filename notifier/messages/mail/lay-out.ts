import { toHtml } from './to-html.ts';
import { toText } from './to-text.ts';
import type { Content, Ending, Mail } from './mail.ts';

/** A mail of its content, as text and as HTML, both with why it came, how to end it and who sent it. */
export function layOut(content: Content, ending: Ending): Mail {
  return {
    subject: `[청약등대] ${content.heading}`,
    text: toText(content, ending),
    html: toHtml(content, ending),
  };
}
