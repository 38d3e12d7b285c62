import { atInstant } from '../words/days.ts';

/** A kept page, with a line at its top that says that it is one, and from when. */
export async function withNote(kept: Response) {
  const at = new Date(kept.headers.get('date') ?? Number.NaN);
  const when = Number.isNaN(at.getTime()) ? '전에' : `${atInstant(at).words}에`;
  const note = `<p class="kept" role="status">연결되지 않아 ${when} 받아 둔 화면을 보여드립니다. 지금과 다를 수 있습니다.</p>`;
  const html = (await kept.text()).replace(/<main\b[^>]*>/, (main) => main + note);
  const headers = new Headers(kept.headers);
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  return new Response(html, { headers });
}
