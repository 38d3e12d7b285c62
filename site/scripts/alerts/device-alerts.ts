import type { PushState } from '../../../db/alert-pages.ts';
import { koreanDay } from '../../../db/clock.ts';
import { dayWords } from '../../words/days.ts';
import { askNotifier } from './ask-notifier.ts';
import { end, hasOldKey, showAgain, subscribe, subscriptionHere } from './device.ts';
import { byPush, fillNotice, find, form, say, showWay } from './parts.ts';
import { fillWishes, readWishes } from './wishes-form.ts';

/* The alerts of this device: begun, shown, tried, ended. Fetched when there are some, or when somebody asks for them. */

async function showDevice({ wishes, joinedAt }: PushState) {
  const subscription = await subscriptionHere();
  byPush().checked = true;
  fillWishes(form, wishes);
  fillNotice();
  showWay();
  find('device').hidden = false;
  find('since').textContent = `${dayWords(koreanDay(new Date(joinedAt)))}에 신청했습니다.`;
  find('service').textContent = subscription ? new URL(subscription.endpoint).host : '';
  find('send').textContent = '바꾼 내용 저장하기';
}

function hideDevice() {
  find('device').hidden = true;
  find('send').textContent = '알림 신청하기';
}

/** Tells the notifier on each visit what this browser has; what it answers is shown. */
export async function resync() {
  const subscription = await subscriptionHere();
  if (!subscription) return;
  const told = (await hasOldKey(subscription)) ? await subscribe(undefined, undefined) : await showAgain(subscription);
  if ('data' in told) await showDevice(told.data);
}

/** Asks for alerts, once the person has answered the browser. */
export async function takePush(asked: Promise<NotificationPermission>) {
  const permission = await asked;
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

export async function sendTest() {
  const subscription = await subscriptionHere();
  if (!subscription) return hideDevice();
  say('device-said', '보내고 있습니다.');
  const told = await askNotifier<{ sent: boolean }>('POST', 'push/test', { endpoint: subscription.endpoint });
  if (!('data' in told)) return say('device-said', told.words, true);
  if (told.data.sent) return say('device-said', '시험 알림을 보냈습니다. 곧 나타납니다.');
  say('device-said', '보내지 못했습니다. 알림을 끝냈다가 다시 신청해 주세요.', true);
}

export async function leave(forget: boolean) {
  const subscription = await subscriptionHere();
  const told = subscription ? await end(subscription, forget) : { data: {} };
  if (!('data' in told)) return say('device-said', told.words, true);
  hideDevice();
  say('said', forget ? '이 기기의 알림을 끝내고 저장된 것을 모두 지웠습니다.' : '이 기기의 알림을 끝냈습니다.');
}
