import { keep, kept } from '../kept.ts';
import type { Typed } from './form.ts';

const name = 'score';

/** Keeps the answers on the device, which happens only when a reader asks for it. @returns false where nothing can be kept. */
export function keepAnswers(typed: Typed) {
  return keep(name, typed);
}

/** The answers that were kept, or null. */
export function keptAnswers(): Typed | null {
  const value = kept(name);
  if (typeof value !== 'object' || value === null) return null;
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

export function forgetAnswers() {
  if (kept(name) !== null) keep(name, null);
}
