import { spanWords } from '../../words/spans.ts';

/** Says beside each hour that a `data-until` names how long it is until then; nothing when it has passed. */
export function showTimeLeft(now: Date) {
  for (const place of document.querySelectorAll<HTMLElement>('[data-until]')) {
    const left = Date.parse(place.dataset['until']!) - now.getTime();
    place.textContent = left > 0 ? `· ${spanWords(left)} 남음` : '';
  }
}
