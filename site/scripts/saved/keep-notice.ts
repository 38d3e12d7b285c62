import { koreanStamp, systemClock } from '../../../db/clock.ts';
import { isCompared, toggleCompared } from '../compare/toggle.ts';
import { keepSaved } from '../offline/keep-saved.ts';
import { most, save, savedNotices, seeAgain, unsave, type Sight } from './saved.ts';

/** What a notice page offers where scripts run: to keep the notice among the favourites, and to compare it. */
export function offerKeeping(page: Document) {
  const root = page.querySelector<HTMLElement>('[data-keep]')!;
  const one = (name: string) => root.querySelector(`[data-keep-${name}]`)!;
  const [saved, compared, said] = [one('saved'), one('compared'), one('said')];
  const sight = sightIn(root);
  const { id } = sight;

  if (isSaved(id)) seeAgain([sight], systemClock.now());
  show();
  saved.addEventListener('click', () => say(toggleSaved(sight), '/saved/', '관심 공고 보기'));
  compared.addEventListener('click', () => say(toggleCompared(id), '/compare/', '비교 보기'));
  // Another window has changed them, or this page comes back as it was left.
  addEventListener('storage', show);
  addEventListener('pageshow', show);

  function say(words: string, href: string, where: string) {
    const way = page.createElement('a');
    way.href = href;
    way.className = 'more';
    way.textContent = where;
    said.replaceChildren(`${words} `, way);
    show();
  }

  function show() {
    press(saved, isSaved(id), '관심 공고에');
    press(compared, isCompared(id), '비교에');
  }
}

function isSaved(id: string) {
  return savedNotices().some((each) => each.id === id);
}

/** @returns what came of it, in a sentence. */
function toggleSaved(sight: Omit<Sight, 'at'>) {
  const had = isSaved(sight.id);
  if (!had && savedNotices().length >= most) return `관심 공고는 ${most}건까지 담을 수 있습니다.`;
  const done = had ? unsave(sight.id) : save([{ ...sight, at: koreanStamp(systemClock.now()) }]);
  if (!done) return '이 브라우저가 저장을 막아 두어 담지 못했습니다.';
  void keepSaved(savedNotices().map(({ id }) => id));
  return had ? '관심 공고에서 뺐습니다.' : '관심 공고에 담았습니다.';
}

/** What the page says of its notice. */
function sightIn({ dataset }: HTMLElement): Omit<Sight, 'at'> {
  const { keep: id = '', name = '', place = null, opens = null, closes = null, winners = null, revision } = dataset;
  return { id, name, place, opens, closes, winners, revision: Number(revision) };
}

/** Both words are as wide: nothing moves. */
function press(button: Element, pressed: boolean, words: string) {
  button.ariaPressed = String(pressed);
  button.textContent = `${words} ${pressed ? '담음' : '담기'}`;
}
