import { koreanDay } from '../../../db/clock.ts';
import { atInstant, onDay, type When } from '../../words/days.ts';
import type { Scheduled, Today } from './load.ts';

/** What comes next with a notice. `at` puts steps in order. */
export type NextStep = { what: string; when: When; at: string; ago: string };

/** The nearest day from today on, or hour from now on; null when all is over, or nothing is known. */
export function nextStep(today: Today, scheduled: Scheduled | undefined, now: Date): NextStep | null {
  const day = koreanDay(now);
  const onDays = [
    ['접수 시작', today.opens],
    ['접수 마감', today.closes],
    ['당첨자 발표', today.winners],
  ] as const;
  const atHours = [
    ['경쟁률 공개', scheduled?.publications.competition ?? null],
    ['가점 공개', scheduled?.publications.score ?? null],
  ] as const;
  const steps = [
    ...onDays.flatMap(([what, on]) =>
      on && on >= day ? [{ what, at: on, when: onDay(on, day.slice(0, 4)), ago: untilWords(day, on) }] : [],
    ),
    ...atHours.flatMap(([what, stamp]) => {
      if (!stamp || new Date(stamp) <= now) return [];
      const { datetime, words } = atInstant(new Date(stamp), day.slice(0, 4));
      return [
        { what, at: stamp, when: { datetime, words: `${words} 이후` }, ago: untilWords(day, stamp.slice(0, 10)) },
      ];
    }),
  ];
  return steps.sort((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null;
}

/** `오늘`, `내일`, `3일 뒤`. */
function untilWords(from: string, to: string) {
  const left = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return left === 0 ? '오늘' : left === 1 ? '내일' : `${left}일 뒤`;
}
