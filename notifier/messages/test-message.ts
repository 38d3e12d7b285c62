import { koreanDay, koreanStamp, koreanTime } from '../../db/clock.ts';
import { dayName } from './day-name.ts';
import type { Message } from './message.ts';

/** An alert that somebody asked for to see one arrive. Worth nothing after ten minutes. */
export function testMessage(now: Date): Message {
  return {
    type: 'info',
    event: `test-${koreanStamp(now)}`,
    title: '시험 알림이 잘 도착했습니다',
    dated: '시험 알림이 잘 도착했습니다',
    line: `${dayName(koreanDay(now))} ${koreanTime(now)}에 보냈습니다. 새 소식도 이렇게 알려 드리겠습니다.`,
    path: '/alerts/',
    why: '시험 알림을 요청하셨습니다.',
    urgency: 'high',
    expiresAt: new Date(now.getTime() + 600_000),
  };
}
