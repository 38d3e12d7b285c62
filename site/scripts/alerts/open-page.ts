import type { PushState } from '../../../db/alert-pages.ts';
import { dayWords } from '../../words/days.ts';
import { koreanDay } from '../../../db/clock.ts';
import { askNotifier } from './ask-notifier.ts';
import { end, hasOldKey, showAgain, subscribe, subscriptionHere } from './device.ts';
import { possible } from './possible.ts';
import { fillWishes, missingIn, readWishes } from './wishes-form.ts';

/* What /alerts/ can do beside a plain form: a notice that a link names, alerts of this device, and saying what is missing before it is sent. */

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what stands there
const find = <Kind extends HTMLElement = HTMLElement>(id: string) => document.querySelector<Kind>(`#alerts-${id}`)!;
const form = find<HTMLFormElement>('form');
const send = find<HTMLButtonElement>('send');
const byPush = () => form.querySelector<HTMLInputElement>('[name="by"][value="push"]')!;

function say(id: 'said' | 'device-said', words: string, wrong = false) {
  find(id).textContent = words;
  find(id).classList.toggle('wrong', wrong);
}

function fillNotice() {
  const notice = new URLSearchParams(location.search).get('notice') ?? '';
  if (!/^\d{10}$/.test(notice)) return;
  const field = find<HTMLInputElement>('notices');
  if (!field.value.includes(notice)) field.value = `${field.value} ${notice}`.trim();
  find('one').textContent = `공고 ${notice}의 소식을 받습니다. 지역도 고르면 그 지역의 소식도 함께 받습니다.`;
  find('one').hidden = false;
}

/** Shows what goes with the chosen way, and takes the other out of the form. */
function showWay() {
  const push = byPush().checked;
  const can = possible();
  find('email').hidden = push;
  find<HTMLInputElement>('address').disabled = push;
  for (const part of find('help').querySelectorAll<HTMLElement>('[data-when]'))
    part.hidden = !push || part.dataset['when'] !== can;
  find('help').querySelector<HTMLElement>('[data-otherwise]')!.hidden = !push || can === 'ready';
  send.disabled = push && can !== 'ready';
}

async function showDevice({ wishes, joinedAt }: PushState) {
  const subscription = await subscriptionHere();
  byPush().checked = true;
  fillWishes(form, wishes);
  fillNotice();
  showWay();
  find('device').hidden = false;
  find('since').textContent = `${dayWords(koreanDay(new Date(joinedAt)))}에 신청했습니다.`;
  find('service').textContent = subscription ? new URL(subscription.endpoint).host : '';
  send.textContent = '바꾼 내용 저장하기';
}

function hideDevice() {
  find('device').hidden = true;
  send.textContent = '알림 신청하기';
}

async function resync() {
  const subscription = await subscriptionHere();
  if (!subscription || possible() !== 'ready') return;
  const told = (await hasOldKey(subscription)) ? await subscribe(undefined, undefined) : await showAgain(subscription);
  if ('data' in told) await showDevice(told.data);
}

async function takePush() {
  const permission = await Notification.requestPermission();
  showWay();
  if (permission !== 'granted')
    return say('said', permission === 'denied' ? '' : '브라우저의 물음에 ‘허용’을 눌러야 받을 수 있습니다.', true);
  say('said', '신청하고 있습니다.');
  const known = !find('device').hidden;
  const told = await subscribe(readWishes(form), form.querySelector<HTMLInputElement>('[name="agree"]')!.value);
  if (!('data' in told)) return say('said', told.words, true);
  await showDevice(told.data);
  say(
    'said',
    known ? '바꾼 내용을 저장했습니다.' : '이 기기의 알림이 시작되었습니다. 위에서 시험 알림을 받아 볼 수 있습니다.',
  );
}

async function sendTest() {
  const subscription = await subscriptionHere();
  if (!subscription) return hideDevice();
  say('device-said', '보내고 있습니다.');
  const told = await askNotifier<{ sent: boolean }>('POST', 'push/test', { endpoint: subscription.endpoint });
  if (!('data' in told)) return say('device-said', told.words, true);
  if (told.data.sent) return say('device-said', '시험 알림을 보냈습니다. 곧 나타납니다.');
  say('device-said', '보내지 못했습니다. 알림을 끝냈다가 다시 신청해 주세요.', true);
}

async function leave(forget: boolean) {
  const subscription = await subscriptionHere();
  const told = subscription ? await end(subscription, forget) : { data: {} };
  if (!('data' in told)) return say('device-said', told.words, true);
  hideDevice();
  say('said', forget ? '이 기기의 알림을 끝내고 저장된 것을 모두 지웠습니다.' : '이 기기의 알림을 끝냈습니다.');
}

/** One press at a time; what the browser itself refuses is said, too. */
function pressed(work: () => Promise<void>, where: 'said' | 'device-said') {
  say(where, '');
  work().catch(() => say(where, '브라우저가 알림을 등록하지 못했습니다. 잠시 뒤에 다시 시도해 주세요.', true));
}

form.addEventListener('change', showWay);
form.addEventListener('submit', (event) => {
  const missing = missingIn(readWishes(form));
  if (missing || byPush().checked) event.preventDefault();
  if (missing) say('said', missing, true);
  else if (byPush().checked) pressed(takePush, 'said');
});
find('by-email').addEventListener('click', () => {
  form.querySelector<HTMLInputElement>('[name="by"][value="email"]')!.checked = true;
  showWay();
  find('address').focus();
});
find('test').addEventListener('click', () => pressed(sendTest, 'device-said'));
find('end').addEventListener('click', () => pressed(() => leave(false), 'device-said'));
find('forget').addEventListener('click', () => pressed(() => leave(true), 'device-said'));
fillNotice();
showWay();
resync().catch(() => {});
