import { koreanStamp } from '../../db/clock.ts';
import { sentenceOf } from '../../db/command-line.ts';
import { prepare } from '../release/prepare/prepare.ts';
import type { Publisher } from './publisher.ts';

/** A preparation that is not over by then gives way to the publication. */
const margin = 1_000;

/**
 * Prepares for an instant, whether anything is sealed for it or not: that a preparation happens tells nothing.
 * @returns how many milliseconds it took; null when it failed, which it has said.
 */
export async function prepareFor({ releases, vault, catalog, settings, clock, say, signal }: Publisher, at: Date) {
  const begun = performance.now();
  const left = at.getTime() - clock.now().getTime();
  try {
    const { problems } = await prepare({
      releases,
      vault,
      catalog,
      at,
      now: clock.now(),
      siteUrl: settings.SITE_URL,
      signal: AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, left - margin))]),
    });
    for (const problem of problems) say(problem);
    say(`The site of ${koreanStamp(at)} is prepared and sealed.`);
    return performance.now() - begun;
  } catch (error) {
    if (!signal.aborted) say(`The site of ${koreanStamp(at)} is not prepared: ${sentenceOf(error)}`);
    return null;
  }
}
