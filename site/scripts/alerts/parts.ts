import { possible } from './possible.ts';

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what stands there
export const find = <Kind extends HTMLElement = HTMLElement>(id: string) =>
  document.querySelector<Kind>(`#alerts-${id}`)!;
export const form = find<HTMLFormElement>('form');
export const byPush = () => form.querySelector<HTMLInputElement>('[name="by"][value="push"]')!;

/**
 * `said`: below the form; `device-said`: on the card of the device. Only there when they say something: `state`, above all, and
 * `missing`, at the field that it is about.
 */
export function say(id: 'said' | 'device-said' | 'state' | 'missing', words: string, wrong = false) {
  find(id).textContent = words;
  find(id).classList.toggle('wrong', wrong);
  if (id === 'state' || id === 'missing') find(id).hidden = words === '';
}

/** Whether somebody has begun to choose: what comes later over a slow line must not change it under their hands. */
export const isTouched = () => 'touched' in form.dataset;

export function keepTouched(touched: boolean) {
  if (touched) form.dataset['touched'] = '';
  else delete form.dataset['touched'];
}

/** The notice that the address names, which a link on its page has written there. */
export function fillNotice() {
  const notice = new URLSearchParams(location.search).get('notice') ?? '';
  if (!/^\d{10}$/.test(notice)) return;
  const field = find<HTMLInputElement>('notices');
  if (!field.value.includes(notice)) field.value = `${field.value} ${notice}`.trim();
  find('one').textContent = `공고 ${notice}의 소식을 골랐습니다. 지역도 고르면 그 지역의 소식도 함께 받습니다.`;
  find('one').hidden = false;
}

/** Shows what goes with the chosen way, and takes the other out of the form. */
export function showWay() {
  const push = byPush().checked;
  const can = possible();
  const asks = can !== 'ready' || Notification.permission === 'default';
  find('email').hidden = push;
  find<HTMLInputElement>('address').disabled = push;
  for (const part of find('help').querySelectorAll<HTMLElement>('[data-when]'))
    part.hidden = !push || !asks || part.dataset['when'] !== can;
  find('help').querySelector<HTMLElement>('[data-otherwise]')!.hidden = !push || can === 'ready';
  const send = find<HTMLButtonElement>('send');
  const leads = document.activeElement === send;
  send.disabled = push && can !== 'ready';
  // Who has just pressed it goes on with what can be done instead.
  if (leads && send.disabled) find('by-email').focus();
}
