import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readManifest } from '../../site/release/manifest.ts';
import { blanks, blanksFor } from '../../site/release/prepare/stage.ts';
import { currentId, unfinished } from '../../site/release/releases.ts';
import { entriesIn } from './entries.ts';
import type { Machine } from './machine.ts';

/**
 * Waits until a publisher that was just started has laid a copy of the current release ready, which is the last that it does
 * before an instant; or until it shows another release, which it must not.
 * @throws what it said when it ends instead.
 */
export async function untilStaged({ dataDir }: Machine, { ended, said }: ReturnType<Machine['start']>) {
  const releases = join(dataDir, 'releases');
  const folders = () => readdirSync(releases).filter((name) => name.startsWith(unfinished));
  const size = (...path: string[]) => entriesIn(join(releases, ...path)).length;
  const [earlier, current] = [new Set(folders()), currentId(releases)];
  const whole = [size('current', 'client'), blanksFor(readManifest(join(releases, 'current')))];
  const isStaged = () =>
    folders().some(
      (name) => !earlier.has(name) && size(name, 'client') === whole[0] && size(name, blanks) === whole[1],
    );
  const over = ended.then(() => true);
  while (currentId(releases) === current && !isStaged())
    if (await Promise.race([over, sleep(100)])) throw new Error(`The publisher has ended: ${said()}`);
}
