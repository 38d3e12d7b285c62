import type { Fault } from './fault.ts';
import { aMinuteEarly } from './faults/a-minute-early.ts';
import { aSecondEarly } from './faults/a-second-early.ts';
import { addressInALine } from './faults/address-in-a-line.ts';
import { alertAMinuteEarly } from './faults/alert-a-minute-early.ts';
import { archiveOfTheSameDay } from './faults/archive-of-the-same-day.ts';
import { askedAtTheClose } from './faults/asked-at-the-close.ts';
import { bytesInALine } from './faults/bytes-in-a-line.ts';
import { cacheShared } from './faults/cache-shared.ts';
import { catalogThroughAnother } from './faults/catalog-through-another.ts';
import { changedPagesLeftOut } from './faults/changed-pages-left-out.ts';
import { clientSideFilter } from './faults/client-side-filter.ts';
import { clockBelieved } from './faults/clock-believed.ts';
import { countInABadge } from './faults/count-in-a-badge.ts';
import { dataWithoutHolds } from './faults/data-without-holds.ts';
import { dateInTheSitemap } from './faults/date-in-the-sitemap.ts';
import { daysCountedByRows } from './faults/days-counted-by-rows.ts';
import { doorWithoutAClock } from './faults/door-without-a-clock.ts';
import { droppedRowsCounted } from './faults/dropped-rows-counted.ts';
import { endpointInALine } from './faults/endpoint-in-a-line.ts';
import { etagAhead } from './faults/etag-ahead.ts';
import { eventAhead } from './faults/event-ahead.ts';
import { heldNewsInEvents } from './faults/held-news-in-events.ts';
import { heldNewsInFeeds } from './faults/held-news-in-feeds.ts';
import { heldResultsTold } from './faults/held-results-told.ts';
import { hiddenUntilShown } from './faults/hidden-until-shown.ts';
import { historyWithoutOrders } from './faults/history-without-orders.ts';
import { holdNotSeen } from './faults/hold-not-seen.ts';
import { mapJoinsRawRows } from './faults/map-joins-raw-rows.ts';
import { messageOfAnError } from './faults/message-of-an-error.ts';
import { nameFromADigest } from './faults/name-from-a-digest.ts';
import { nameInTheAlarm } from './faults/name-in-the-alarm.ts';
import { noPadding } from './faults/no-padding.ts';
import { numberInAPreview } from './faults/number-in-a-preview.ts';
import { packageInstantIgnored } from './faults/package-instant-ignored.ts';
import { pageOnlyFromItsInstant } from './faults/page-only-from-its-instant.ts';
import { picturesOfHeld } from './faults/pictures-of-held.ts';
import { pinsWithResults } from './faults/pins-with-results.ts';
import { placeTaken } from './faults/place-taken.ts';
import { preparedForPackagesAlone } from './faults/prepared-for-packages-alone.ts';
import { preparedInTmp } from './faults/prepared-in-tmp.ts';
import { privateFolderKept } from './faults/private-folder-kept.ts';
import { rateInAMail } from './faults/rate-in-a-mail.ts';
import { rateInAName } from './faults/rate-in-a-name.ts';
import { rateInAPush } from './faults/rate-in-a-push.ts';
import { rateInTheCalendar } from './faults/rate-in-the-calendar.ts';
import { rateOfANeighbour } from './faults/rate-of-a-neighbour.ts';
import { rateOnACard } from './faults/rate-on-a-card.ts';
import { rateToCompare } from './faults/rate-to-compare.ts';
import { resultsInTheStore } from './faults/results-in-the-store.ts';
import { resultsKeptOnDevices } from './faults/results-kept-on-devices.ts';
import { rowsInTheList } from './faults/rows-in-the-list.ts';
import { sealedInAFigure } from './faults/sealed-in-a-figure.ts';
import { setAside } from './faults/set-aside.ts';
import { sortedByRate } from './faults/sorted-by-rate.ts';
import { soughtFirst } from './faults/sought-first.ts';
import { tablesInTheArchive } from './faults/tables-in-the-archive.ts';
import { timeOfRendering } from './faults/time-of-rendering.ts';
import { utcDay } from './faults/utc-day.ts';
import { valueInAnError } from './faults/value-in-an-error.ts';
import { wordsOfTheRenderer } from './faults/words-of-the-renderer.ts';
import { workerFetchesResults } from './faults/worker-fetches-results.ts';

/** Mistakes that the suite has to notice. */
export const faults: Fault[] = [
  mapJoinsRawRows,
  clientSideFilter,
  sortedByRate,
  countInABadge,
  numberInAPreview,
  dateInTheSitemap,
  pageOnlyFromItsInstant,
  etagAhead,
  cacheShared,
  preparedInTmp,
  privateFolderKept,
  bytesInALine,
  preparedForPackagesAlone,
  wordsOfTheRenderer,
  aSecondEarly,
  aMinuteEarly,
  changedPagesLeftOut,
  holdNotSeen,
  clockBelieved,
  hiddenUntilShown,
  setAside,
  eventAhead,
  utcDay,
  timeOfRendering,
  packageInstantIgnored,
  droppedRowsCounted,
  askedAtTheClose,
  valueInAnError,
  nameFromADigest,
  rowsInTheList,
  noPadding,
  pinsWithResults,
  rateOnACard,
  rateToCompare,
  soughtFirst,
  rateInTheCalendar,
  heldNewsInFeeds,
  heldNewsInEvents,
  placeTaken,
  picturesOfHeld,
  rateOfANeighbour,
  historyWithoutOrders,
  daysCountedByRows,
  dataWithoutHolds,
  tablesInTheArchive,
  archiveOfTheSameDay,
  workerFetchesResults,
  resultsKeptOnDevices,
  rateInAPush,
  rateInAMail,
  resultsInTheStore,
  sealedInAFigure,
  alertAMinuteEarly,
  doorWithoutAClock,
  heldResultsTold,
  rateInAName,
  nameInTheAlarm,
  addressInALine,
  endpointInALine,
  messageOfAnError,
  catalogThroughAnother,
];
