/**
 * The HTML of a guide as our pages show it. `[확인 필요: where]` becomes a mark that is seen, tables take our form, and links
 * that lead away say so.
 */
export function guideHtml(rendered: string) {
  return rendered
    .replace(
      /\[확인 필요: ([^\]]+)\]/g,
      '<span class="guide-check"><span class="badge soon">확인 필요</span> $1</span>',
    )
    .replaceAll('<table>', '<table class="table guide-table">')
    .replaceAll('<th>', '<th scope="col">')
    .replace(/<tr>(\s*)<td>(.*?)<\/td>/g, '<tr>$1<th scope="row">$2</th>')
    .replace(/<a href="(https:[^"]+)"/g, '<a class="outside" rel="noopener noreferrer" href="$1"');
}
