import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answersOf } from './answers-of.ts';
import { buildSite, furnish, publishSite, sealPackage, startPreparing, takeRows } from './first-steps.ts';
import type { Machine, Words } from './machine.ts';
import { before } from './notices.ts';
import { watcherOf, type Snapshot } from './snapshot.ts';
import { untilStaged } from './until-staged.ts';
import { withoutChance } from './without-chance.ts';
import type { World } from './worlds.ts';

/** What there is to be seen after a step: what its command printed and how it ended, the DATA_DIR, what an origin answers. */
type Step = { said: string; code: number | null; snapshot: Snapshot; answers?: Answers };

type Answers = Awaited<ReturnType<typeof answersOf>>;

type Living = {
  machine: Machine;
  /** File of the identity that opens the vault: the same on each machine. */
  identity: string;
  /** Is called with what each command printed, and while the site is prepared: everything is there to be searched. */
  search: (said: string) => void;
};

export const stepNames = [
  'rows taken in',
  'packages sealed',
  'site built',
  'site published',
  'site prepared',
  'publisher killed',
  'publisher started again and stopped',
  'publisher killed a millisecond before',
] as const;

type StepName = (typeof stepNames)[number];

/**
 * Lets a world live until a millisecond before the instant: rows are taken in, packages sealed, the site is built, published and
 * prepared, and the publisher waits, is killed, stopped and started again.
 */
export async function live(world: World, { machine, identity, search }: Living) {
  const { dataDir } = machine;
  const look = watcherOf(dataDir);
  const steps = {} as Record<StepName, Step>;
  const over = (name: StepName, { code, said }: { code: number | null; said: string }, answers?: Answers) => {
    search(said);
    steps[name] = { said: withoutChance(said, dataDir), code, snapshot: look(), ...(answers && { answers }) };
  };
  furnish(machine, identity);
  over('rows taken in', await takeRows(machine, world));
  const sealing = [];
  for (const each of world.packages) sealing.push(await sealPackage(machine, each));
  // How many packages there are is for the vault to know, so what each says is compared by itself.
  over('packages sealed', { code: 0, said: '' });
  over('site built', await buildSite(machine));
  over('site published', await publishSite(machine));
  const { ended } = startPreparing(machine);
  while (!(await Promise.race([ended.then(() => true), sleep(250)]))) search('');
  over('site prepared', await ended, await answersAt(before(70)));

  await waits('publisher killed', ['publisher', '--now', before(62)], 'SIGKILL');
  await waits('publisher started again and stopped', ['standingStill', before(4)], 'SIGTERM');
  await waits('publisher killed a millisecond before', ['standingStill', before(0.001)], 'SIGKILL');
  steps['publisher killed a millisecond before'].answers = await answersAt(before(0.001));
  for (const { said } of sealing) search(said);
  return { steps, sealing: sealing.map(({ code, said }) => ({ code, said: withoutChance(said, dataDir) })) };

  function answersAt(at: string) {
    return answersOf(join(dataDir, 'releases'), new Date(at));
  }

  async function waits(name: StepName, words: Words, signal: NodeJS.Signals) {
    const publisher = machine.start(words);
    await untilStaged(machine, publisher);
    publisher.kill(signal);
    over(name, await publisher.ended);
  }
}
