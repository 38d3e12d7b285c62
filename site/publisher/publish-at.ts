import { recordLate } from '../../db/catalog/publication-record.ts';
import { koreanStamp } from '../../db/clock.ts';
import { sentenceOf } from '../../db/command-line.ts';
import { syncOrders } from '../../db/publications/take-orders.ts';
import { enoughDisk } from './disk.ts';
import { getReady, type Ready } from './get-ready.ts';
import { openWay } from './open-way.ts';
import { outstanding } from './outstanding.ts';
import { pause, type Publisher } from './publisher.ts';
import { renew } from './renew.ts';
import { sealedWay } from './sealed-way.ts';

/** Second clocks are asked when the last minute begins, and once more this long before the instant. */
const askedAgain = 5_000;
/** How long a check may fail until the pages say that the publication is late. */
const patience = 60_000;
const retry = 1_000;
/** Public time servers turn away who asks more than four times a minute (RFC 4330 §10); a doubt that lasts may last so long. */
const politely = 15_000;

/**
 * Publishes at an instant, never before it: gets ready in the minute before, waits, looks again whether everything may go on,
 * and flips. While a check fails it holds, and looks again each second.
 */
export async function publishAt(publisher: Publisher, at: Date) {
  const { clock, watch, signal, say } = publisher;
  let ready = getReady(publisher, at);
  let agreed = await watch.agree(signal);
  if (agreed) say(`${agreed} Until then nothing is published.`);
  await untilInstant(publisher, at.getTime() - askedAgain);
  if (clock.now() < at) agreed = await watch.agree(signal);
  await untilInstant(publisher, at.getTime());

  const late = lateness(publisher, at);
  let askAgain = 0;
  while (!signal.aborted) {
    const problem = agreed ?? watch.step() ?? enoughDisk(publisher.releases, ready?.sealed.note.bytes ?? 0);
    if (problem !== null) late.hold(problem);
    // A clock that was put back while this waited makes it wait again; an order may have taken the instant away.
    else if (clock.now() < at) return;
    else {
      try {
        return await publishNow(publisher, at, ready);
      } catch (error) {
        if (signal.aborted) return;
        late.hold(sentenceOf(error));
        ready = null;
      }
    }
    if (await late.sayOnPages()) ready = null;
    await pause(publisher, retry);
    if (performance.now() < askAgain) continue;
    agreed = await watch.agree(signal);
    if (agreed && watch.step() === null && clock.now().getTime() - at.getTime() > patience)
      askAgain = performance.now() + politely;
  }
}

async function publishNow(publisher: Publisher, at: Date, ready: Ready | null) {
  const { catalog, clock, settings } = publisher;
  const ordered = syncOrders(catalog.db, settings.DATA_DIR);
  if (ready && !ordered) return sealedWay(publisher, at, ready);
  const due = outstanding(publisher, clock.now());
  if (due.length > 0) await openWay(publisher, due);
}

function lateness(publisher: Publisher, at: Date) {
  const { catalog, clock, watch, say } = publisher;
  let told = '';
  let onPages = false;
  return {
    /** Says once what holds the publication, and records the first reason: not by a clock that was set, which may say any time. */
    hold(because: string) {
      if (because !== told) say(`The publication of ${koreanStamp(at)} is held: ${because}`);
      told = because;
      if (watch.step() !== null || clock.now() < at) return;
      try {
        recordLate(catalog.db, at, clock.now(), because);
      } catch (error) {
        say(`That cannot be recorded: ${sentenceOf(error)}`);
      }
    },
    /** Builds the site once so that its pages say so, unless the clock is in doubt: whether the instant has come is then not known. */
    async sayOnPages() {
      if (onPages || clock.now().getTime() - at.getTime() < patience || watch.step() !== null) return false;
      onPages = true;
      await renew(publisher).catch((error: unknown) => say(`The pages cannot say so: ${sentenceOf(error)}`));
      return true;
    },
  };
}

/** Waits until an instant of the wall clock, looking at it often enough to see it moved. */
async function untilInstant(publisher: Publisher, instant: number) {
  const { clock, watch, signal } = publisher;
  for (;;) {
    watch.step();
    const left = instant - clock.now().getTime();
    if (left <= 0 || signal.aborted) return;
    await pause(publisher, Math.min(left, 250));
  }
}
