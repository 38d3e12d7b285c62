import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finderOf } from '../finder-of.ts';
import { handClock } from '../hand-clock.ts';
import type { Machine } from '../machine.ts';
import { searcherOf } from '../searcher-of.ts';
import { withoutChance } from '../without-chance.ts';
import type { Arrivals } from './arrivals.ts';
import { outgoing } from './outgoing.ts';
import { filesInWords, ownFiles } from './own-files.ts';
import { storeDump } from './store-dump.ts';
import type { Surroundings } from './surroundings.ts';
import { lookAround, type Awake } from './visit.ts';

type Looking = { machine: Machine; around: Surroundings; arrivals: Arrivals; secrets: string[] };

/**
 * Looks at a notifier: what it has said, answers, has sent and keeps, decrypted, without what is drawn by chance or is the machine's own;
 * and looks for secrets in all of that, and in the bytes as they are.
 */
export function lookerAt({ machine, around, arrivals, secrets }: Looking) {
  const { dataDir, temporary, home, cwd } = machine;
  const find = finderOf(secrets);
  const searchAll = searcherOf(find, { dataDir, others: [temporary, home, cwd] });
  return async (notifier: Awake & { said: () => string }, more: object) => {
    const now = handClock(notifier.clockFile).now();
    const answers = await lookAround(notifier);
    const { words, bytes } = await outgoing(around, arrivals);
    const [dump, files] = [await storeDump(dataDir, now), await filesInWords(dataDir)];
    const said = withoutChance(notifier.said(), dataDir).replace(/-[0-9a-f]{16}\.eml/g, '-HASH.eml');
    const seen = { said: said.split('\n').sort(), answers, ...more, ...words, ...dump, files };
    const own = ownFiles(dataDir).filter(({ stat }) => stat.isFile());
    const all = [...own.map(({ path }) => readFileSync(join(dataDir, path))), ...bytes, JSON.stringify(seen)];
    return {
      seen: withoutPorts(seen, {
        site: around.site,
        push: around.push.origin,
        web: notifier.web,
        metrics: around.metrics,
      }),
      /** Forms of secrets in what the notifier has written, said, answered and sent. */
      found: [...new Set(all.flatMap((each) => find(each)))],
      /** The same in any file of the machine, by place. */
      foundAnywhere: searchAll(),
    };
  };
}

/** Ports are those that this machine had free. */
function withoutPorts<T>(seen: T, hosts: Record<string, string>): T {
  const words = Object.entries(hosts).reduce(
    (text, [name, url]) => text.replaceAll(new URL(url).host, name),
    JSON.stringify(seen),
  );
  return JSON.parse(words) as T;
}
