import { chosenNotices, choose, mostCompared } from './chosen.ts';

export function isCompared(id: string) {
  return chosenNotices().some((each) => each.id === id);
}

/** Adds a notice to the comparison, or takes it out, its house types too. @returns what came of it, in a sentence. */
export function toggleCompared(id: string) {
  const chosen = chosenNotices();
  const had = isCompared(id);
  if (!had && chosen.length >= mostCompared) return `한 번에 ${mostCompared}건까지 비교할 수 있습니다.`;
  const next = had ? chosen.filter((each) => each.id !== id) : [...chosen, { id, type: null }];
  if (!choose(next)) return '이 브라우저가 저장을 막아 두어 담지 못했습니다.';
  return had ? '비교에서 뺐습니다.' : '비교에 담았습니다.';
}
