import type { Clock } from '../../../db/clock.ts';
import { whenAtRest } from '../when-at-rest.ts';
import { agoWords } from '../../words/spans.ts';

/** Says in the head of the page how old its information is, once the page has come to rest: what it shows comes first. */
export function showAge(clock: Clock) {
  const place = document.querySelector('#age');
  if (place) whenAtRest(() => void readAge(place, clock));
}

async function readAge(place: Element, clock: Clock) {
  try {
    const { asOf } = (await (await fetch('/status/asof.json')).json()) as { asOf: string };
    place.textContent = `${agoWords(clock.now().getTime() - Date.parse(asOf))} 정보`;
  } catch {
    // Without a line the day of the page still stands; a copy on a disk has no such file.
  }
}
