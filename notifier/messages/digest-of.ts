import { koreanDay, koreanTime } from '../../db/clock.ts';
import { dayName } from './day-name.ts';
import type { Message } from './message.ts';

/** 왜 받았나요, of a digest. */
export const whyDigest = '하루에 한 번 모아 받는 알림을 신청하셨습니다.';

/**
 * Several messages as one, for a channel that wants a day's news together. How many there are is not said: it names the titles.
 * @param at the hour that the digest was asked for; id and date follow from it.
 * @param messages at least one, the most urgent first.
 */
export function digestOf(messages: Message[], at: Date): Message {
  const day = koreanDay(at);
  const latest = Math.max(...messages.map(({ expiresAt }) => expiresAt.getTime()));
  const title = `${dayName(day)} 청약 소식을 모았습니다`;
  return {
    type: 'info',
    event: `digest-${day}-${koreanTime(at).slice(0, 2)}`,
    title,
    dated: title,
    line: messages.map(({ dated }) => dated).join(' · '),
    path: '/',
    why: whyDigest,
    urgency: messages[0]!.urgency,
    expiresAt: new Date(latest),
  };
}
