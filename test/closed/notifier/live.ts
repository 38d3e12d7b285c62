import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { until as untilWithin } from '../../site/origin/raw-http.ts';
import { buildSite, furnish, publishSite, sealPackage, takeRows } from '../first-steps.ts';
import { setClock } from '../hand-clock.ts';
import type { Machine, Words } from '../machine.ts';
import { before } from '../notices.ts';
import type { World } from '../worlds.ts';
import type { Arrivals } from './arrivals.ts';
import { lookerAt } from './looker-at.ts';
import { ownFiles } from './own-files.ts';
import { settleIn } from './people.ts';
import type { Surroundings } from './surroundings.ts';
import { askToManage, subscribeAtTheDoor } from './visit.ts';

type Living = {
  machine: Machine;
  around: Surroundings;
  arrivals: Arrivals;
  /** File of the clock of the notifier and of what is around it. */
  clockFile: string;
  /** Folder with the pages of alerts. */
  pages: Promise<string>;
  /** Folder with the keys of the notifier. */
  keys: string;
  /** Of the vault. */
  identity: string;
  /** Values to look for. */
  secrets: string[];
};

/**
 * Lets a notifier live beside the published site of a world until a hundredth of a second before the instant: it tells what closes
 * today, into files; people come; it is killed and started again, with a mail server.
 * @returns what was seen in each of its two lives, and what lets it live on.
 */
export async function live(world: World, living: Living) {
  const { machine, around, arrivals, clockFile } = living;
  const { dataDir } = machine;
  furnish(machine, living.identity);
  await settleIn(dataDir, living.keys, around.push);
  await Promise.all([takeRows(machine, world), ...world.packages.map((each) => sealPackage(machine, each))]);
  await buildSite(machine);
  await publishSite(machine);
  const publisherClock = join(machine.home, 'publisher-clock');
  setClock(publisherClock, before(50));
  // Where nothing is closed there is nothing to get ready either: whoever looks into DATA_DIR can tell the two apart.
  const publisher = world.packages.length > 0 ? machine.start(['standingStill', publisherClock]) : null;
  const look = lookerAt(living);

  setClock(clockFile, fiveOClock);
  const first = await awake({});
  await until(() => mailFiles() === 12 && around.push.received.length === 8);
  const forms = await subscribeAtTheDoor(first);
  await until(async () => mailFiles() === 13 && (await sentInAll()) === 20);
  const told = await look(first, { forms });
  first.kill('SIGKILL');
  await first.ended;

  setClock(clockFile, before(0.01));
  const polls = () => arrivals.times(new URL(around.site).host, '/feeds/schedule.json');
  const earlier = polls();
  const second = await awake({ SMTP_URL: around.smtp.url });
  const asked = await askToManage(second);
  await until(() => polls() > earlier + 2 && around.smtp.received.length === 1);
  const waiting = await look(second, { asked });
  return { told, waiting, overTheInstant };

  /** The site flips while the notifier's clock stands before the instant; then this comes to the instant, and to eight o'clock. */
  async function overTheInstant() {
    const [mails, pushes] = [around.smtp.received.length, around.push.received.length];
    const sent = () => [around.smtp.received.length - mails, around.push.received.length - pushes];
    setClock(publisherClock, before(0));
    await until(() => publisher!.said().includes('flipped'));
    publisher!.kill('SIGKILL');
    await until(() => second.said().includes('Told of 3 events'));
    // Twice the time after which the notifier looks for what is due.
    await sleep(600);
    const early = sent();
    setClock(clockFile, before(0));
    await until(() => sent().join() === '6,6');
    setClock(clockFile, eightOClock);
    await until(async () => sent().join() === '7,7' && (await sentInAll()) === 34);
    return { early, ...(await look(second, {})) };
  }

  async function awake(more: Record<string, string>) {
    const words: Words = ['notifierByHand', clockFile, await living.pages];
    const { said, ended, kill } = machine.start(words, { environment: { ...around.environment, ...more } });
    const over = ended.then(() => Promise.reject(new Error(`The notifier has ended: ${said()}`)));
    await Promise.race([until(() => said().includes('takes forms at')), over]);
    over.catch(() => {});
    const [web] = /http:\/\/127\.0\.0\.1:\d+(?=\.")/.exec(said())!;
    return { said, ended, kill, dataDir, clockFile, web, around };
  }

  function mailFiles() {
    return ownFiles(dataDir).filter(({ path }) => path.endsWith('.eml')).length;
  }

  /** What the ledger says, a moment after it has been answered. */
  async function sentInAll() {
    const figures = await (await fetch(`${around.metrics}/metrics`)).text();
    return Number(/^alerts_messages\{is="sent"\} (\d+)$/m.exec(figures)?.[1]);
  }
}

/** Three notices take applications until half past five. */
const fiveOClock = before(8_990);
/** When the quiet hour of a browser ends, and when a digest comes. */
const eightOClock = before(-1_800);

/** Whether it comes at all, however slow this machine is. */
function until(holds: () => boolean | Promise<boolean>) {
  return untilWithin(holds, 100_000);
}
