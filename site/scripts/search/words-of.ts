import { koreanDay } from '../../../db/clock.ts';
import { kindNames } from '../../../db/kinds.ts';
import { stateBadges } from '../../words/states.ts';
import type { NoticesFile } from './index-file.ts';
import type { Found } from './notices.ts';
import { placeNames } from './places.ts';
import { dayNumberAt, dayOf, isClosing, isCurrent, stateOf } from './state.ts';

/** What a list says of a notice besides its name, at an instant. */
export function wordsOf(file: NoticesFile, at: Date) {
  const nameOf = placeNames(file);
  const today = dayNumberAt(at);
  return {
    year: koreanDay(at).slice(0, 4),
    about: ({ place, kind }: Found) => `${nameOf(place)} · ${kindNames[kind]}`,
    /** `2025년 4월`. */
    month: ({ announced }: Found) => `${dayOf(announced).slice(0, 4)}년 ${Number(dayOf(announced).slice(5, 7))}월`,
    /** Its state; without the day of its winners, that of a past notice is not told. */
    badge: (notice: Found, winners?: number | null) => {
      if (winners === undefined && !isCurrent(notice, today)) return null;
      return stateBadges[isClosing(file, notice, at) ? 'closing' : stateOf(file, notice, winners ?? null, at)];
    },
  };
}
