import type { PushState, Wishes } from '../../../db/alert-pages.ts';
import { askNotifier } from './ask-notifier.ts';
import { begin } from './begin.ts';
import { leave } from './leave.ts';
import { byPush, fillNotice, find, form, isTouched, keepTouched, say, showWay } from './parts.ts';
import { resync, type Standing } from './resync.ts';
import { showStored } from './stored.ts';
import { subscriptionOf } from './subscription.ts';
import { fillWishes, readWishes } from './wishes-form.ts';

/* The alerts of this device: begun, shown, tried, ended. Fetched when there are some, or when somebody asks for them. */

const registrationHere = () => navigator.serviceWorker.getRegistration('/');

async function subscriptionHere() {
  return subscriptionOf(await registrationHere());
}

function fill(wishes: Wishes) {
  byPush().checked = true;
  fillWishes(form, wishes);
  fillNotice();
  showWay();
}

async function showDevice(state: PushState) {
  showStored(state, (await subscriptionHere())?.endpoint);
  find('device').hidden = false;
  find('send').textContent = '바꾼 내용 저장하기';
}

function hideDevice() {
  find('device').hidden = true;
  find('send').textContent = '알림 신청하기';
}

/** Tells the notifier on each visit what this browser has; what it answers is shown, unless somebody is choosing already. */
export async function showStanding() {
  const registration = await registrationHere();
  if (!registration) return;
  const standing = await resync(registration);
  const wishes = standing.is === 'on' ? standing.state.wishes : 'wishes' in standing ? standing.wishes : undefined;
  const untouched = !isTouched();
  if (wishes && untouched) fill(wishes);
  if (standing.is !== 'on') return say('state', wordsFor(standing));
  await showDevice(standing.state);
  if (standing.mended)
    say('state', '이 기기의 알림이 끊겨 있어서 다시 시작했습니다. 그동안의 소식은 오지 않았을 수 있습니다.');
  if (!untouched) say('device-said', '고르기 시작한 것은 바꾸지 않았습니다. 저장하면 지금 보이는 대로 바뀝니다.');
}

function wordsFor({ is }: Standing) {
  if (is === 'blocked')
    return '이 기기에서 알림을 받고 있었지만, 브라우저가 더는 허용하지 않아 오지 않습니다. 다시 허용하면 이어집니다.';
  if (is === 'stopped') return '이 기기의 알림이 멈췄습니다. 계속 받으려면 아래에서 다시 신청해 주세요.';
  if (is === 'unknown')
    return '이 기기의 알림이 이어지고 있는지 지금은 확인하지 못했습니다. 잠시 뒤에 이 화면을 다시 열어 주세요.';
  return '';
}

/** Asks for alerts, once the person has answered the browser. */
export async function takePush(asked: Promise<NotificationPermission>) {
  const permission = await asked;
  showWay();
  if (permission !== 'granted')
    return say('said', permission === 'denied' ? '' : '브라우저의 물음에 ‘허용’을 눌러야 받을 수 있습니다.', true);
  say('said', '신청하고 있습니다.');
  const known = !find('device').hidden;
  const agreed = form.querySelector<HTMLInputElement>('[name="agree"]')!.value;
  const told = await begin({ wishes: readWishes(form), agreed });
  if (!('data' in told)) return say('said', told.words, true);
  fill(told.data.wishes);
  keepTouched(false);
  await showDevice(told.data);
  say('state', '');
  say('device-said', '');
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

export async function endAlerts(forget: boolean) {
  const told = await leave(await registrationHere(), forget);
  const heard = 'data' in told;
  if (forget && !heard) return say('device-said', told.words, true);
  hideDevice();
  say('state', '');
  if (forget) return say('said', '이 기기의 알림을 끝내고 저장된 것을 모두 지웠습니다.');
  const later = heard ? '' : ' 지금은 서버에 알리지 못해, 서버에 저장된 주소는 다음 소식을 보낼 때 지워집니다.';
  say('said', `이 기기의 알림을 끝냈습니다.${later}`);
}
