import type { EventKind } from '../../db/subscribers/alert-event.ts';

/** What happened, as `… 알림` calls it. */
export const momentNames: Record<EventKind, string> = {
  notice: '새 공고',
  correction: '정정',
  cancelled: '모집 취소',
  'opens-tomorrow': '접수 전날',
  'opens-today': '접수 시작',
  'closes-today': '접수 마감',
  'closes-tomorrow': '접수 마감',
  'winners-today': '당첨자 발표',
  results: '결과 공개',
};
