import type { FacetsFile, NoticesFile, WordsFile } from './index-file.ts';
import { prepare, withWords, type Prepared } from './prepare.ts';

let notices: Promise<Prepared> | undefined;
let whole: Promise<Prepared> | undefined;
let facets: Promise<FacetsFile> | undefined;

/** What is searched by name, place and kind. Asked for once; again after it could not be had. */
export function loadNotices() {
  return (notices ??= get<NoticesFile>('notices').then(prepare, (cause: unknown) => {
    notices = undefined;
    throw cause;
  }));
}

/** The same with builders, developers and smaller places. */
export function loadWhole() {
  return (whole ??= Promise.all([loadNotices(), get<WordsFile>('words')]).then(
    ([prepared, words]) => withWords(prepared, words),
    (cause: unknown) => {
      whole = undefined;
      throw cause;
    },
  ));
}

export function loadFacets() {
  return (facets ??= get<FacetsFile>('facets').catch((cause: unknown) => {
    facets = undefined;
    throw cause;
  }));
}

async function get<File>(name: string) {
  const response = await fetch(`/search/${name}.json`);
  if (!response.ok) throw new Error(`/search/${name}.json answers ${response.status}.`);
  return (await response.json()) as File;
}
