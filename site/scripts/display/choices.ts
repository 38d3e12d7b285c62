import { keep, kept } from '../kept.ts';

/** How a reader wants to see the site: names of what is kept, and of the attributes that the styles know. */
const names = ['text-size', 'theme'] as const;

/** Applies what was chosen on this device, and what is chosen from now on. Nothing chosen leaves the page as it came. */
export function showChoices() {
  for (const name of names) {
    const value = kept(name);
    if (typeof value === 'string') apply(name, value);
  }
  const panel = document.querySelector<HTMLDetailsElement>('#display');
  if (panel) listen(panel);
}

function listen(panel: HTMLDetailsElement) {
  for (const name of names) {
    const value = document.documentElement.getAttribute(`data-${name}`);
    const chosen = value && panel.querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`);
    if (chosen) chosen.checked = true;
  }
  panel.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    keep(name, value);
    apply(name, value);
  });
  closeLikeAMenu(panel);
}

function apply(name: string, value: string) {
  document.documentElement.setAttribute(`data-${name}`, value);
  if (name !== 'theme') return;
  // The frame of the browser goes with the page.
  const ground = getComputedStyle(document.body).backgroundColor;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('[name="theme-color"]')) meta.content = ground;
}

/** Escape closes it and gives the focus back, as does a touch elsewhere without that. */
function closeLikeAMenu(panel: HTMLDetailsElement) {
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !panel.open) return;
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (!panel.contains(target as Node)) panel.open = false;
  });
}
