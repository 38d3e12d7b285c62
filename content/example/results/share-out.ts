import { printedRate } from './rate.ts';

type Claim = {
  /** Part of the homes that these applicants are served from, 0 … 1. */
  share: number;
  applicants: number;
};

/**
 * Serves applicants in their order, as the official tables do (DOMAIN §2): homes that one group leaves go to the next, and so
 * do its losers. A rate is what stood in line over what was to be had, so it counts losers of the groups before.
 */
export function shareOut(homes: number, claims: readonly Claim[]) {
  let unpromised = homes;
  let unfilled = 0;
  let losers = 0;
  const rates = claims.map(({ share, applicants }, i) => {
    const own = i === claims.length - 1 ? unpromised : Math.min(unpromised, Math.round(homes * share));
    const offered = own + unfilled;
    const inLine = applicants + losers;
    unpromised -= own;
    unfilled = Math.max(0, offered - inLine);
    losers = Math.max(0, inLine - offered);
    return printedRate(inLine, offered);
  });
  return { rates, left: unfilled };
}
