import { dayAfter } from '../../db/clock.ts';
import { type Notice, monthAfter } from './notice.ts';
import { seeded, type Seeded } from './seeded.ts';

/** A notice after its correction (정정공고): one thing in it is different, always the same thing. */
export function corrected(notice: Notice): Notice {
  const random = seeded(`${notice.ordinal}/correction`);
  // In turn by week and line, so that a week's corrections differ.
  const correct = corrections[(Math.floor(notice.ordinal / 20) + notice.ordinal) % corrections.length]!;
  return { ...notice, ...correct(notice, random) };
}

/** A change of a house type stands in any three that follow each other. */
const corrections: ((notice: Notice, random: Seeded) => Partial<Notice>)[] = [
  winnersAWeekLater,
  laterMoveIn,
  dearer,
  anotherHomepage,
  moreHomes,
];

function winnersAWeekLater({ winnersOn, contract }: Notice) {
  const later = (day: string) => dayAfter(day, 7);
  return { winnersOn: later(winnersOn), contract: { from: later(contract.from), to: later(contract.to) } };
}

function dearer({ types: [first, ...others] }: Notice, random: Seeded) {
  return {
    types: [
      { ...first!, price: first!.price + Math.ceil((first!.price * random.between(0.01, 0.04)) / 10) * 10 },
      ...others,
    ],
  };
}

function moreHomes({ types }: Notice, random: Seeded) {
  const last = types.at(-1)!;
  return { types: [...types.slice(0, -1), { ...last, general: last.general + random.whole(1, 4) }] };
}

function laterMoveIn({ moveInMonth }: Notice, random: Seeded) {
  return { moveInMonth: monthAfter(`${moveInMonth.slice(0, 4)}-${moveInMonth.slice(4)}`, random.whole(1, 4)) };
}

function anotherHomepage({ ordinal }: Notice) {
  return { homepage: `https://example.com/homes/${ordinal}/new` };
}
