import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog, type Catalog } from '../catalog/open.ts';
import { clockAt } from '../clock.ts';
import { commonOptions, runCommand } from '../command-line.ts';
import { readSettings } from '../settings.ts';
import { ordersIn } from './apply-orders.ts';
import { orderLines, publicationLines } from './list.ts';
import { orderFromWords } from './order-from-words.ts';
import { rowsOf, type PublicationOrder } from './order.ts';
import { readOrders, recordOrder } from './record.ts';
import { syncOrders } from './take-orders.ts';
import { weigh } from './weigh.ts';

const usage = `
npm run publications -- list                                         publications to come, recent and held; all orders
npm run publications -- hold NOTICE --by WHO --because WHY           publish no results of it until told otherwise
npm run publications -- resume NOTICE --by WHO --because WHY         end a hold; moves and extensions stand
npm run publications -- move NOTICE --at INSTANT --by … --because …  publish its competition and special supply later
npm run publications -- extend NOTICE --until INSTANT --by … --because …  its receipt closes later, and results wait for it

  --closing-on DAY   in place of NOTICE: all notices whose receipt ends on that day by the official dates
  --results score    with move: the scores of winners, and nothing else
  --by, --because    who decides, and why: kept for good, and shown to everybody on /status/
  --now INSTANT      the time, RFC 3339 with an offset, as every instant here: 2026-11-25T21:00:00+09:00

A notice follows its latest order of each sort: a move or an extension is taken back by another one, and nothing ever becomes
public earlier than its public dates say. Orders are taken while the publisher runs.
`;

const options = {
  ...commonOptions,
  at: { type: 'string' },
  results: { type: 'string' },
  until: { type: 'string' },
  'closing-on': { type: 'string' },
  by: { type: 'string' },
  because: { type: 'string' },
} as const;

await runCommand(usage, options, async (values, [verb, notice, ...more]) => {
  const { DATA_DIR: dataDir } = readSettings();
  const clock = clockAt(values.now);
  if (more.length > 0 || (verb === 'list' && notice)) throw new Error(`There is a word too many.\n${usage.trimEnd()}`);
  switch (verb) {
    case 'list':
      return list(dataDir, clock.now());
    case 'hold':
    case 'resume':
    case 'move':
    case 'extend':
      return give(dataDir, orderFromWords(verb, notice, values, clock.now()));
    default:
      throw new Error(`${verb ? `"${verb}" is no word of this command.` : 'Say what to do.'}\n${usage.trimEnd()}`);
  }
});

function list(dataDir: string, now: Date) {
  const lines = withCatalog(dataDir, ({ db }) => {
    syncOrders(db, dataDir);
    return [...publicationLines(db, now), '', 'Orders', ...orderLines(ordersIn(db))];
  });
  for (const line of lines ?? orderLines(rowsOf(readOrders(dataDir)))) console.log(line);
  if (!lines) console.log('These are the orders alone: another process has the catalog, which knows the instants.');
}

function give(dataDir: string, order: PublicationOrder) {
  const lines = withCatalog(dataDir, ({ db }) => {
    syncOrders(db, dataDir);
    const changes = weigh(db, order);
    recordOrder(dataDir, order);
    syncOrders(db, dataDir);
    return changes;
  });
  if (lines) return console.log([...lines, 'Recorded. The pages say so from the next release on.'].join('\n'));
  // What is wrong with the record has to be known before somebody relies on it.
  readOrders(dataDir);
  recordOrder(dataDir, order);
  console.log(
    'Recorded. Another process has the catalog: a running publisher takes the order at its next look, within a second or so. ' +
      'Whether the notice is known could not be looked up: see that its page says so.',
  );
}

/** @returns null when another process has the catalog. */
function withCatalog<T>(dataDir: string, work: (catalog: Catalog) => T) {
  if (!existsSync(join(dataDir, 'catalog.db')))
    throw new Error(`There is no catalog in ${dataDir}. Set DATA_DIR to the folder of the publisher.`);
  const catalog = openFree(dataDir);
  if (!catalog) return null;
  try {
    return work(catalog);
  } finally {
    catalog.close();
  }
}

function openFree(dataDir: string) {
  try {
    return openCatalog(dataDir, 'npm run publications');
  } catch (error) {
    const { code = '' } = ((error as Error).cause ?? {}) as { code?: string };
    if (code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
