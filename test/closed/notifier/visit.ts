import { agreedWords } from '../../../db/alert-pages.ts';
import { kinds } from '../../../db/kinds.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { moments } from '../../../db/subscribers/wishes.ts';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import { tokensOf } from '../../../notifier/tokens.ts';
import { handClock } from '../hand-clock.ts';
import { until } from '../../site/origin/raw-http.ts';
import { answersAt } from './answers-at.ts';
import { ownFiles } from './own-files.ts';
import { wishing } from '../../notifier/match/people.ts';
import { addresses } from './people.ts';
import type { Surroundings } from './surroundings.ts';

/** A notifier that is awake, and where its forms are taken. */
export type Awake = { dataDir: string; clockFile: string; web: string; around: Surroundings };

const fromOurPage = { 'Sec-Fetch-Site': 'same-origin' };
const newcomer = 'newcomer@example.kr';

/** Looks at every kind of page that the notifier draws, with tokens that are good, and at its private port. */
export async function lookAround({ dataDir, clockFile, web, around }: Awake) {
  const { confirm, manage, unsubscribe } = tokensIn(dataDir, clockFile);
  const pages = ['key', 'asked/', 'confirmed/', 'ended/', 'manage/', 'nie/'].map((page) => `/alerts/${page}`);
  const own = [1, 2, 3].flatMap((id) => [
    `/alerts/manage/?token=${manage(id, 1)}`,
    `/alerts/confirm/?token=${confirm(id, 1)}`,
    `/alerts/unsubscribe/?token=${unsubscribe(id, 1)}`,
  ]);
  const watch = await answersAt(around.metrics, ['/health', '/metrics', '/']);
  return { ...(await answersAt(web, [...pages, ...own])), ...watch };
}

/** A third browser subscribes and gets a test alert, and somebody with an address, who says yes. */
export async function subscribeAtTheDoor({ dataDir, clockFile, web, around }: Awake) {
  const vapidKey = openVapidKeys(dataDir, handClock(clockFile).now()).newest().publicKey;
  const device = around.push.subscription(3);
  const json = (method: string, body: object) => ({
    method,
    headers: { ...fromOurPage, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const put = { ...device, vapidKey, wishes: wishing(), agreed: agreedWords };
  const mails = () => ownFiles(dataDir).filter(({ path }) => path.endsWith('.eml')).length;
  const before = mails();
  const asked = [
    await answersAt(web, ['/alerts/push'], json('PUT', put)),
    await answersAt(web, ['/alerts/push/test'], json('POST', { endpoint: device.endpoint })),
    await sendForm(web, '/alerts/subscribe', wishesOf(newcomer)),
  ];
  // Who has said yes is not asked any more.
  await until(() => mails() > before, 60_000);
  // The token that the mail brings: of the sixth channel, after two addresses and three browsers.
  const token = tokensIn(dataDir, clockFile).confirm(6, 1);
  return [...asked, await sendForm(web, '/alerts/confirm/', [['token', token]])];
}

/** Somebody asks for the way to their own page. */
export function askToManage({ web }: Awake) {
  return sendForm(web, '/alerts/manage-link', [['email', addresses[0]]]);
}

function tokensIn(dataDir: string, clockFile: string) {
  const clock = handClock(clockFile);
  return tokensOf(openKeyring(dataDir, clock.now()).tokenKey, clock);
}

function sendForm(web: string, path: string, fields: [string, string][]) {
  return answersAt(web, [path], { method: 'POST', headers: fromOurPage, body: new URLSearchParams(fields) });
}

/** A form of /alerts/ that wants to hear of everything at once. */
function wishesOf(email: string): [string, string][] {
  const fields = { email, place: 'all', notices: '', delivery: 'now', agree: agreedWords };
  return [
    ...Object.entries(fields),
    ...kinds.map((kind): [string, string] => ['kind', kind]),
    ...moments.map((moment): [string, string] => ['moment', moment]),
  ];
}
