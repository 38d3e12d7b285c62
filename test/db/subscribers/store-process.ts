import { once } from 'node:events';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { at, claimAll } from './examples.ts';

/*
 * A process that has a store, for tests that kill it or take its disk: `node store-process.ts DATA_DIR hold|settle|rotate|fill`. It says a
 * line for each thing that is done for good.
 */

const [dataDir, work] = process.argv.slice(2) as [string, keyof typeof works];
const keyring = openKeyring(dataDir, at());
const store = openSubscribers(dataDir, 'npm run notifier', keyring);

const works = {
  async hold() {
    console.log('held');
    // A store that nobody refers to is collected, and its lock goes with it.
    setInterval(() => void store.close, 1_000);
  },
  /** Settles one channel of each chunk at a time. */
  async settle() {
    const claims = await claimAll(store);
    for (let i = 0; i < claims[0]!.ids.length; i++) {
      const results = claims.map(({ chunk, fence, ids }) => ({ chunk, fence, sent: [ids[i]!] }));
      await store.settle(
        results.map((each) => ({ ...each, ambiguous: [], gone: [], dropped: [], againAt: null })),
        at(),
      );
      console.log(i + 1);
    }
  },
  async rotate() {
    console.log('begins');
    console.log(await store.rotate());
  },
  /** Keeps things until there is no room, says so, and goes on after a line from outside. */
  async fill() {
    for (let i = 0; ; i++)
      try {
        await store.keep(`thing ${i}`, `${i} `.repeat(10_000));
        console.log(i);
        if (i === 300) break;
      } catch (error) {
        console.log((error as Error).message);
        await once(process.stdin, 'data');
        i--;
      }
    await store.close();
    process.exit();
  },
};

await works[work]();
