import type { Clock } from '../../db/clock.ts';
import { askHttpDate } from './http-date.ts';
import { askSntp } from './sntp.ts';

/** How far our clock is ahead of a second one, give or take `uncertainty`. Both in milliseconds. */
export type Reading = { ahead: number; uncertainty: number };

const tolerance = 1000;
const patience = 2000;

/**
 * Asks a second clock (`ntp://…`, or `http(s)://…` for its Date header) about ours.
 * @returns null when it agrees within a second beyond what the asking itself leaves open, else a sentence for the operator.
 * A clock that does not answer has not agreed.
 * @throws the signal's reason when it is aborted.
 */
export async function doubtOf(source: string, clock: Clock, signal?: AbortSignal): Promise<string | null> {
  const address = new URL(source);
  const late = AbortSignal.timeout(patience);
  const ended = signal ? AbortSignal.any([signal, late]) : late;
  try {
    const ask = address.protocol === 'ntp:' ? askSntp : askHttpDate;
    const { ahead, uncertainty } = await Promise.race([ask(address, clock, ended), abortOf(ended)]);
    return Math.abs(ahead) - uncertainty <= tolerance ? null : apart(address.host, ahead);
  } catch (error) {
    signal?.throwIfAborted();
    return mute(address.host, ended.aborted ? `did not answer within ${seconds(patience)}` : whyNot(error as Error));
  }
}

/** A length of time without its sign, `1.5 s`. */
export function seconds(milliseconds: number) {
  return `${(Math.abs(milliseconds) / 1000).toFixed(1)} s`;
}

function apart(host: string, ahead: number) {
  const difference = `${seconds(ahead)} ${ahead > 0 ? 'ahead of' : 'behind'} ${host}`;
  return `This machine's clock is ${difference}. Put it right; if ${host} is wrong, take it out of CLOCK_SOURCES and restart.`;
}

function mute(host: string, why: string) {
  return `The second clock ${host} ${why}. See that it can be reached, or take it out of CLOCK_SOURCES and restart.`;
}

/** The system's errors by their code alone: their messages may hold the whole address. */
function whyNot({ code, message }: NodeJS.ErrnoException) {
  return code === undefined ? message : `could not be asked (${code})`;
}

/** The look-up of a name cannot be called off; it is left behind. */
function abortOf(signal: AbortSignal) {
  return new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
