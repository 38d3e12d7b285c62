/* What every page runs, once it can be read: it says again what has changed since the page was built. */

import './search/open-search.ts';
import { systemClock } from '../../db/clock.ts';
import { registerWorker } from './offline/register.ts';
import { showChoices } from './display/choices.ts';
import { showAge } from './states/age.ts';
import { correctBadges } from './states/badges.ts';
import { showTimeLeft } from './states/time-left.ts';
import { eachMinute } from './states/each-minute.ts';

showChoices();
eachMinute(systemClock, (now) => {
  correctBadges(now);
  showTimeLeft(now);
});
showAge(systemClock);
registerWorker();
