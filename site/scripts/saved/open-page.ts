import { systemClock } from '../../../db/clock.ts';
import { visit } from '../seen/last-visit.ts';
import { savedNotices } from './saved.ts';

/* The page of the favourites. Where there are none nothing is fetched, and nothing is kept. */

const root = document.querySelector<HTMLElement>('[data-saved]')!;
if (savedNotices().length === 0) root.querySelector<HTMLElement>('[data-saved-none]')!.hidden = false;
else {
  root.querySelector('[data-saved-said]')!.textContent = '지금 상태를 불러오고 있습니다.';
  const since = visit(systemClock.now());
  void import('./page.ts').then(({ startPage }) => startPage(root, since));
}
