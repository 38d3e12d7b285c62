import type { Content, Ending, Part } from './mail.ts';
import { senderWords } from './sender-words.ts';
import { styles } from './styles.ts';

/**
 * The HTML form: one column, no picture, no script, nothing that is fetched. Colours stand with each element, for programs that drop
 * style sheets; what is dark in the dark stands in the sheet.
 */
export function toHtml({ heading, parts, why }: Content, ending: Ending) {
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(heading)}</title>
<style>${styles.sheet}</style>
</head>
<body class="ground" style="${styles.body}">
<div role="main">
<table role="presentation" class="ground" style="${styles.ground}"><tr><td style="${styles.edge}">
<table role="presentation" style="${styles.column}"><tr><td>
<p class="quiet" style="${styles.name}">${senderWords.name}</p>
<h1 class="strong" style="${styles.heading}">${escaped(heading)}</h1>
${parts.map(partOf).join('\n')}
<table role="presentation" class="line" style="${styles.end}"><tr><td style="${styles.endCell}">
<p class="quiet" style="${styles.small}"><strong>왜 받았나요?</strong> ${escaped(why)}</p>
<p class="quiet" style="${styles.small}">${link(ending.unsubscribe, '알림 끝내기')} &nbsp;·&nbsp; ${link(ending.askToManage, '알림 바꾸기')} &nbsp;·&nbsp; ${link(ending.home, '청약등대')}</p>
<p class="quiet" style="${styles.small}">${senderWords.says} ${senderWords.reply}</p>
</td></tr></table>
</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`;
}

function partOf(part: Part) {
  if (part.is === 'text') return `<p class="text" style="${styles.text}">${escaped(part.text)}</p>`;
  if (part.is === 'button')
    return `<p style="${styles.buttonLine}"><a class="button" style="${styles.button}" href="${escaped(part.href)}">${escaped(part.words)}</a></p>`;
  if (part.is === 'facts')
    return `<table class="text" style="${styles.facts}">${part.facts.map(fact).join('')}</table>`;
  return `<h2 style="${styles.newsTitle}">${link(part.href, part.title)}</h2>
<p class="text" style="${styles.newsLine}">${escaped(part.line)}</p>
<p class="quiet" style="${styles.small}">${escaped(part.why)}</p>`;
}

function fact([name, value]: [string, string]) {
  return `<tr><th class="quiet" scope="row" style="${styles.factName}">${escaped(name)}</th><td style="${styles.factValue}">${escaped(value)}</td></tr>`;
}

function link(href: string, words: string) {
  return `<a class="link" style="${styles.link}" href="${escaped(href)}">${escaped(words)}</a>`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (sign) => signs[sign]!);
}
