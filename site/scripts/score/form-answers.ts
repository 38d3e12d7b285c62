import type { Answers } from './answers.ts';
import type { Typed } from './form.ts';
import type { Problems } from './problems.ts';
import { readDay } from './read-day.ts';

const days = ['notice', 'birth', 'marriedOn', 'homelessSince', 'joinedOn', 'spouseJoinedOn'] as const;

/** The answers that stand in the form. A day that is none is null, and named as unreadable. */
export function answersOf(typed: Typed): { answers: Answers; unreadable: Problems } {
  const unreadable: Problems = {};
  const read = days.map((name) => {
    const text = typed[name];
    const day = text ? readDay(text) : null;
    if (text && !day) unreadable[name] = '날짜를 1990-03-15처럼 적어 주세요.';
    return [name, day] as const;
  });
  const byName = Object.fromEntries(read) as Record<(typeof days)[number], string | null>;
  return {
    answers: {
      ...byName,
      married: yesOrNo(typed['married']),
      ownedEver: yesOrNo(typed['ownedEver']),
      homes: number(typed['homes']),
      parents: number(typed['parents']),
      children: number(typed['children']),
      asked: typed,
    },
    unreadable,
  };
}

function yesOrNo(text: string | undefined) {
  return text === 'yes' || text === 'no' ? text : null;
}

function number(text: string | undefined) {
  return text ? Number(text) : null;
}
