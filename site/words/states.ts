import type { ReceiptState } from '../../db/catalog/receipt-state.ts';

/** A word for a reader, and its tone: what colour may only repeat. */
export type Badge = { words: string; tone: 'open' | 'soon' | 'today' | 'quiet' };

/** What readers call the state of a notice. */
export const stateBadges: Record<ReceiptState, Badge> = {
  upcoming: { words: '접수 예정', tone: 'soon' },
  open: { words: '접수중', tone: 'open' },
  paused: { words: '접수 시간 외', tone: 'soon' },
  closed: { words: '접수 마감', tone: 'quiet' },
  announced: { words: '당첨자 발표', tone: 'quiet' },
  unknown: { words: '일정 미정', tone: 'quiet' },
};

export const closesToday: Badge = { words: '오늘 마감', tone: 'today' };
