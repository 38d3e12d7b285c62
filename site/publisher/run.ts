import { extendedClosings } from '../../db/catalog/extended-closings.ts';
import { koreanStamp, koreanTime } from '../../db/clock.ts';
import { sentenceOf } from '../../db/command-line.ts';
import { syncOrders } from '../../db/publications/take-orders.ts';
import { nextMoment } from '../release/moments.ts';
import { packagesDigest } from '../release/prepare/packages.ts';
import { wipePrivate } from '../release/prepare/private-room.ts';
import { currentId, removeLeftovers } from '../release/releases.ts';
import { sealedFor } from './get-ready.ts';
import { makeAnew } from './make-anew.ts';
import { nextStep } from './next-step.ts';
import { nextInstant } from './outstanding.ts';
import { prepareFor } from './prepare-for.ts';
import { publishAt } from './publish-at.ts';
import { pause, type Publisher } from './publisher.ts';
import { settleInterrupted } from './settle.ts';

/** Of milliseconds, after a preparation that failed and while a doubt lasts. */
const again = { prepare: 60_000, doubt: 1_000 };

/**
 * Keeps the site what it should be until it is told to stop: makes it anew at the hours of the day, prepares for the
 * publication instants and publishes at them. What a killed publisher left is ended first, once.
 * @param onShown is called when there is a site to be read.
 */
export async function run(publisher: Publisher, onShown: () => void) {
  try {
    await keepOn(publisher, onShown);
  } catch (error) {
    if (!publisher.signal.aborted) throw error;
  }
}

async function keepOn(publisher: Publisher, onShown: () => void) {
  const { catalog, releases, vault, settings, clock, watch, signal, say } = publisher;
  wipePrivate(vault.folder);
  removeLeftovers(releases);
  await settleInterrupted(publisher);

  let moment = clock.now();
  let preparing = 5_000;
  let notBefore = 0;
  let coming = look();
  const sayOnce = once(say);
  // That a package came makes it prepare once more: nobody hears of that.
  const sayPrepared = onceEach(say);
  let tellShown: (() => void) | undefined = onShown;

  while (!signal.aborted) {
    const doubt = ordersOr(() => syncOrders(catalog.db, settings.DATA_DIR) && follow()) ?? watch.step();
    sayOnce(doubt && `${doubt} Until then nothing is taken in, built or published.`);
    // Whether an instant has come is not known to a clock in doubt: the last minute before it asks all clocks there are.
    if (doubt && !(await isForgiven(doubt))) {
      await pause(publisher, again.doubt);
      continue;
    }
    const now = clock.now().getTime();
    const prepared = coming.sealed?.note.packages === packagesDigest(vault.folder) || now < notBefore;
    const step = nextStep({
      now,
      instant: coming.at?.getTime() ?? null,
      moment: moment.getTime(),
      prepared,
      preparing,
    });
    switch (step.do) {
      case 'wait':
        await pause(publisher, step.for);
        break;
      case 'prepare': {
        const took = await prepareFor({ ...publisher, say: sayPrepared }, coming.at!);
        if (took === null) notBefore = now + again.prepare;
        else preparing = took * 1.2;
        break;
      }
      case 'publish':
        say(`Next publication: ${koreanStamp(coming.at!)}.`);
        await publishAt(publisher, coming.at!);
        await makeAnew(publisher, false);
        break;
      case 'renew':
        moment = nextMoment(clock.now(), extendedClosings(catalog.db));
        await makeAnew(publisher, true);
        say(`Next build at ${koreanTime(moment)} in Korea.`);
    }
    if (step.do !== 'wait') coming = look();
    if (currentId(releases)) {
      tellShown?.();
      tellShown = undefined;
    }
  }

  /** What the operator has decided since changes what is to come, and what the site says of it at once. */
  function follow() {
    coming = look();
    moment = clock.now();
  }

  /** The next instant, and what is sealed for it. */
  function look() {
    const at = nextInstant(publisher);
    return { at, sealed: at && sealedFor(publisher, at) };
  }

  async function isForgiven(doubt: string) {
    return settings.CLOCK_SOURCES.length > 0 && watch.step() === doubt && (await watch.agree(signal)) === null;
  }
}

/** An order that cannot be read leaves open what the operator decided: nothing goes on. */
function ordersOr(sync: () => unknown) {
  try {
    sync();
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
}

/** Says a sentence when it is another than before. */
function once(say: (line: string) => void) {
  let said: string | null = null;
  return (line: string | null) => {
    if (line !== null && line !== said) say(line);
    said = line;
  };
}

/** Says each sentence once. */
function onceEach(say: (line: string) => void) {
  const said = new Set<string>();
  return (line: string) => {
    if (!said.has(line)) say(line);
    said.add(line);
  };
}
