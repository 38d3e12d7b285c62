import { sources, type Source, type SourceId } from '../../content/rules/sources.ts';
import { onDay, type When } from '../words/days.ts';

/** A source for a page: where it is, when it was read, and what a reader must know to trust it. */
export type ShownSource = { title: string; href: string | null; seen: When; how: string | null };

/** The sources of these names, each once, in the order of their list. */
export function shownSources(ids: Iterable<SourceId>) {
  const wanted = new Set(ids);
  return (Object.keys(sources) as SourceId[]).filter((id) => wanted.has(id)).map((id) => shownSource(sources[id]));
}

export function shownSource({
  title,
  url,
  seenOn,
  how,
}: Omit<Source, 'url'> & { url?: string | undefined }): ShownSource {
  return { title, href: url ? new URL(url).href : null, seen: onDay(seenOn), how: how ?? null };
}
