import { byPush, fillNotice, find, form, keepTouched, say, showWay } from './parts.ts';
import { possible } from './possible.ts';
import { missingIn, readWishes } from './wishes-form.ts';

/* What /alerts/ can do beside a plain form: a notice that a link names, alerts of this device, and saying what is missing before it is sent. */

type DeviceAlerts = typeof import('./device-alerts.ts');

/** One press at a time; what the browser itself refuses is said, too. */
function pressed(work: (device: DeviceAlerts) => Promise<void>, where: 'said' | 'device-said') {
  say(where, '');
  import('./device-alerts.ts')
    .then(work)
    .catch(() => say(where, '브라우저가 알림을 등록하지 못했습니다. 잠시 뒤에 다시 시도해 주세요.', true));
}

/** Says what is missing where it is missing, and leads there. */
function sayAt({ name, words }: { name: string; words: string }) {
  const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  field.closest('fieldset')!.querySelector('legend')!.after(find('missing'));
  say('missing', words, true);
  field.focus();
}

form.addEventListener('input', () => keepTouched(true));
form.addEventListener('change', showWay);
form.addEventListener('submit', (event) => {
  const missing = missingIn(readWishes(form));
  say('missing', '');
  if (missing || byPush().checked) event.preventDefault();
  if (missing) sayAt(missing);
  else if (byPush().checked) {
    // At once: a browser asks only while a press is fresh.
    const asked = Notification.requestPermission();
    pressed(({ takePush }) => takePush(asked), 'said');
  }
});
find('by-email').addEventListener('click', () => {
  form.querySelector<HTMLInputElement>('[name="by"][value="email"]')!.checked = true;
  showWay();
  find('address').focus();
});
find('test').addEventListener('click', () => pressed(({ sendTest }) => sendTest(), 'device-said'));
find('end').addEventListener('click', () => pressed(({ endAlerts }) => endAlerts(false), 'device-said'));
find('forget').addEventListener('click', () => pressed(({ endAlerts }) => endAlerts(true), 'device-said'));
fillNotice();
showWay();
// Only a browser that is allowed to have alerts has some, or one that was and remembers it.
if (possible() === 'ready' || possible() === 'blocked') showStanding().catch(() => {});

async function showStanding() {
  if (Notification.permission !== 'granted' && !(await (await import('./last-told.ts')).hasTold())) return;
  await (await import('./device-alerts.ts')).showStanding();
}
