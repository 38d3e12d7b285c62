import type { Receipt as StoredReceipt } from './subscribers/subscribers.ts';
import type { Moment as WishedMoment, Wishes as StoredWishes } from './subscribers/wishes.ts';

/*
 * What the pages of alerts show and what their forms send: the site draws them, the notifier answers with them, and neither
 * imports the other.
 */

export type Wishes = StoredWishes;
export type Moment = WishedMoment;
export type Receipt = StoredReceipt;

/** Version of the words that people agree to: those of `/alerts/` and `/privacy/`. Change it whenever they say something else. */
export const agreedWords = '2026-11-24';

/** What an alert can be about, in the order of a notice's life. */
export const momentNames: Record<Moment, string> = {
  notice: '새 공고',
  correction: '정정·취소 공고',
  'opens-tomorrow': '접수 시작 하루 전',
  'opens-today': '접수 시작하는 날',
  'closes-today': '접수 마감하는 날',
  'winners-today': '당첨자 발표하는 날',
  results: '결과 공개',
};

/** `오전 8시`; noon and midnight by their names. */
export function hourWords(hour: number) {
  if (hour === 0) return '밤 12시';
  if (hour === 12) return '낮 12시';
  return hour < 12 ? `오전 ${hour}시` : `오후 ${hour - 12}시`;
}

/** Most single notices that one channel may follow. */
export const mostNotices = 50;

/** An answer of the notifier as a page, `/alerts/<page>/`: handed to it as `Astro.locals.alerts`. */
export type AlertPage =
  /** A mail with a link is on its way, or not: the same for every address. */
  | { page: 'asked' }
  | { page: 'link-sent' }
  /** Asks for the yes, which is a POST: programs that look into mails follow every link. */
  | { page: 'confirm'; token: string; wishes: Wishes }
  | { page: 'confirmed' }
  /** Asks for the address that a link to the own page is sent to. */
  | { page: 'find' }
  | { page: 'manage'; token: string; unsubscribe: string; receipt: Receipt; done: Done | null }
  | { page: 'unsubscribe'; token: string }
  | { page: 'ended' }
  | { page: 'forgotten' }
  | { page: 'refused'; why: Refusal };

/** What has just been done on the own page. */
export type Done = 'changed' | 'tested';

/** Why a request came to nothing. */
export type Refusal =
  /** The time of a link is over. */
  | 'expired'
  /** No link of ours, or one of a channel that has ended. */
  | 'unknown'
  | 'no address'
  | 'nothing chosen'
  | 'not agreed'
  /** A form that no page of ours sends. */
  | 'unreadable'
  | 'too large'
  /** It comes from another site. */
  | 'elsewhere'
  /** Too often, from here or by all. */
  | 'busy'
  | 'no such page'
  | 'wrong method'
  | 'broken';

/** `PUT /alerts/push` as JSON: a subscription of a browser, new, changed, or the same as ever. */
export type PushPut = {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  /** Public VAPID key with which the browser subscribed, base64url. */
  vapidKey: string;
  /** Without them what is known stays. */
  wishes?: Wishes | undefined;
  /** `agreedWords`; wishes need it. */
  agreed?: string | undefined;
  /** Endpoint that the browser had before: its wishes go over, and it ends. */
  was?: string | undefined;
  /** The device asks by itself, with what was wanted before; where somebody has left, it is not heard. */
  again?: boolean | undefined;
};

/** Answer to it: what is stored. Instants are in RFC 3339. */
export type PushState = {
  wishes: Wishes;
  joinedAt: string;
  consents: { at: string; words: string; what: Receipt['consents'][number]['what'] }[];
};
