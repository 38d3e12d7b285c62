import { find, put } from './kept.ts';
import type { Asked } from './scope.ts';

/** A file under its digest is the same for ever: what is kept is as good as what could be fetched. */
export async function answerAsset(event: Asked) {
  const kept = await find(event.request);
  if (kept) return kept;
  const answer = await fetch(event.request);
  event.waitUntil(put('assets', event.request, answer.clone()));
  return answer;
}

/** Names for search, map and comparison: from the network, else as they were. There is no result in them. */
export async function answerList(event: Asked) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(put('lists', event.request, answer.clone()));
    return answer;
  } catch (error) {
    const kept = await find(event.request);
    if (kept) return kept;
    throw error;
  }
}
