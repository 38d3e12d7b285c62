import { koreanStamp } from '../../../db/clock.ts';
import { stateBadges, type BadgeState } from '../../words/states.ts';

/**
 * Turns every badge to what a page built now would say. What it turns into and when stands in its `data-turns`; times are Korea's
 * wall clock to the minute, so that they can be compared as they are written.
 */
export function correctBadges(now: Date) {
  const minute = koreanStamp(now).slice(0, 16);
  for (const badge of document.querySelectorAll<HTMLElement>('[data-turns]')) {
    const state = stateAt(badge.dataset['turns']!, minute);
    if (state) turn(badge, state);
  }
}

/** The state of the last turn that has come, or none. */
function stateAt(written: string, minute: string) {
  const turns = written.split(' ');
  let state: string | undefined;
  for (let i = 0; i < turns.length && turns[i]! <= minute; i += 2) state = turns[i + 1];
  return state as BadgeState | undefined;
}

function turn(badge: HTMLElement, state: BadgeState) {
  const { words, tone } = stateBadges[state];
  if (badge.textContent === words) return;
  badge.textContent = words;
  badge.className = `badge ${tone}`;
  badge.hidden = words === '';
  // What the row says of the hours that were when the page was built.
  badge.closest('li')?.classList.add('turned');
}
