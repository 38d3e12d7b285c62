const second = 1_000;
const minute = 60 * second;

/** How long before an instant the site is prepared for it, and when the publisher does nothing else any more. */
const ahead = 30 * minute;
const finalMinute = minute;
/** A build that begins later than this before an instant might not be over at it. */
const clear = 5 * minute;

export type Standing = {
  now: number;
  /** The next publication instant, and the next hour at which the site is made anew. Milliseconds since 1970. */
  instant: number | null;
  moment: number;
  /** Whether a sealed release for the instant is there that nothing has overtaken, and what making it takes. */
  prepared: boolean;
  preparing: number;
};

/** What the publisher does now; `wait` for so many milliseconds. */
export type Step = { do: 'publish' | 'prepare' | 'renew' } | { do: 'wait'; for: number };

/** Publishing comes first, then what is prepared for it, then the builds of the day; a build never stands in an instant's way. */
export function nextStep({ now, instant, moment, prepared, preparing }: Standing): Step {
  const left = instant === null ? Infinity : instant - now;
  if (!prepared && left <= ahead && left > preparing) return { do: 'prepare' };
  if (left <= finalMinute) return { do: 'publish' };
  if (moment <= now && left > clear) return { do: 'renew' };
  return { do: 'wait', for: Math.max(1, Math.min(second, left - finalMinute, moment > now ? moment - now : second)) };
}
