import type { ReceiptState } from '../../db/catalog/receipt-state.ts';

/** A word for a reader, and its tone: what colour may only repeat. */
export type Badge = {
  words: string;
  tone: 'open' | 'soon' | 'today' | 'quiet';
  /** What it turns into later: instants of Korea's wall clock, each before a state: `2026-11-25T09:00 open …`. */
  turns?: string;
};

/** `closing` from midnight of the last day until the close; `none` where there is nothing to say. */
export type BadgeState = ReceiptState | 'closing' | 'none';

/** What readers call the state of a notice. */
export const stateBadges: Record<BadgeState, Badge> = {
  upcoming: { words: '접수 예정', tone: 'soon' },
  open: { words: '접수중', tone: 'open' },
  paused: { words: '접수 시간 외', tone: 'soon' },
  closed: { words: '접수 마감', tone: 'quiet' },
  announced: { words: '당첨자 발표', tone: 'quiet' },
  unknown: { words: '일정 미정', tone: 'quiet' },
  closing: { words: '오늘 마감', tone: 'today' },
  none: { words: '', tone: 'quiet' },
};
