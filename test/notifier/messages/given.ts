import type { AlertEvent, EventKind } from '../../../db/subscribers/alert-event.ts';
import { messageOf } from '../../../notifier/messages/message-of.ts';

export const eventKinds: EventKind[] = [
  'notice',
  'correction',
  'cancelled',
  'opens-tomorrow',
  'opens-today',
  'closes-today',
  'closes-tomorrow',
  'winners-today',
  'results',
];

/** An invented event of an invented notice in 서울 강남구, on Monday 23 November 2026. */
export function event(changes: Partial<AlertEvent> = {}): AlertEvent {
  const kind = changes.kind ?? 'opens-today';
  return {
    id: `${kind}-2026000001-2026-11-23`,
    kind,
    noticeId: '2026000001',
    noticeName: '등대마을 첫째 단지',
    noticeKind: 'apt',
    sido: '11',
    sigungu: '11680',
    path: '/notices/2026000001/',
    notBefore: new Date('2026-11-23T07:30:00+09:00'),
    expiresAt: new Date('2026-11-23T17:30:00+09:00'),
    ...changes,
  };
}

/** What somebody reads who follows its place. */
export function message(changes: Partial<AlertEvent> = {}) {
  const about = event(changes);
  return messageOf(about, { by: 'place', place: about.sigungu ?? about.sido ?? 'all' });
}
