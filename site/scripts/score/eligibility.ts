import type { Answers } from './answers.ts';
import { wholeMonths, wholeYears, yearsAfter } from './periods.ts';

export type Condition = { ask: string; least?: number | undefined; most?: number | undefined; is?: string | undefined };
type Line = { id: string; when: Condition | null };
export type Way = { id: string; only: Condition | null; lines: Line[] };

/** How a line fits the answers. `look` is for the reader: nothing was asked, or not answered yet. */
export type Fit = 'met' | 'unmet' | 'look';
/** `short` where a line is unmet, `ask` while an answer is missing, `maybe` where all that was asked is met. */
export type Verdict = { id: string; state: 'maybe' | 'short' | 'ask'; lines: { id: string; fit: Fit }[] };

/** What the answers say of each way. Ways that are about another answer, such as another area, are left out. */
export function verdictsOf(ways: Way[], answers: Answers): Verdict[] {
  const facts = factsOf(answers);
  return ways
    .filter(({ only }) => !only || fitOf(only, facts) === 'met')
    .map(({ id, lines }) => {
      const fits = lines.map((line) => ({ id: line.id, fit: line.when ? fitOf(line.when, facts) : ('look' as const) }));
      return {
        id,
        state: stateOf(
          fits.map(({ fit }) => fit),
          lines,
        ),
        lines: fits,
      };
    });
}

/** A way is spoken of as possible only when everything that was asked for it is answered. */
function stateOf(fits: Fit[], lines: Line[]): Verdict['state'] {
  if (fits.includes('unmet')) return 'short';
  return lines.every(({ when }, i) => !when || fits[i] === 'met') ? 'maybe' : 'ask';
}

type Facts = Record<string, string | number | null | undefined>;

function fitOf({ ask, least, most, is }: Condition, facts: Facts): Fit {
  const fact = facts[ask] ?? null;
  if (fact === null || fact === '') return 'look';
  if (is !== undefined) return fact === is ? 'met' : 'unmet';
  const number = Number(fact);
  return (least === undefined || number >= least) && (most === undefined || number <= most) ? 'met' : 'unmet';
}

function factsOf(answers: Answers): Facts {
  const { notice, birth, married, marriedOn, homes, joinedOn, asked } = answers;
  return {
    ...asked,
    age: birth && notice && wholeYears(birth, notice),
    homes,
    married,
    'married-years': marriedOn && notice && yearsBegun(marriedOn, notice),
    'account-months': joinedOn && notice && Math.max(0, wholeMonths(joinedOn, notice)),
  };
}

/** The seventh year after a day ends with its seventh anniversary. */
function yearsBegun(from: string, to: string) {
  const years = wholeYears(from, to);
  return yearsAfter(from, years) < to ? years + 1 : years;
}
