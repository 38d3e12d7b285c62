import { clockAt } from '../clock.ts';
import { commonOptions, runCommand } from '../command-line.ts';
import { takeHours } from '../catalog/hours.ts';
import { openCatalog } from '../catalog/open.ts';
import { syncOrders } from '../publications/take-orders.ts';
import { hoursIn, readSettings } from '../settings.ts';
import { takeFiles } from './from-files.ts';
import { ingest, type Source } from './ingest.ts';
import { odcloudSource } from './odcloud/source.ts';
import { reportLines } from './report.ts';

const usage = `
npm run ingest -- [--from odcloud|DIR] [--full] [--now INSTANT]

Takes official rows into the catalog: new ones in, differences as corrections, broken ones into quarantine.

  --from odcloud   the open API (default); needs ODCLOUD_SERVICE_KEY
  --from DIR       files named for the operation, getAPTLttotPblancDetail.jsonl or .json
  --full           with odcloud: everything, not only the last 90 days
  --now INSTANT    the time, RFC 3339 with an offset
`;

await runCommand(usage, { ...commonOptions, from: { type: 'string' }, full: { type: 'boolean' } }, async (values) => {
  const settings = readSettings();
  const clock = clockAt(values.now);
  const progress = process.stderr.isTTY ? (line: string) => process.stderr.write(`\r\x1b[K${line}`) : () => {};
  const full = values.full ?? false;
  const from = values.from ?? 'odcloud';
  const source: Source =
    from === 'odcloud' ? odcloudSource(settings, clock, full, progress) : filesSource(from, progress);
  const catalog = openCatalog(settings.DATA_DIR, 'npm run ingest');
  try {
    takeHours(catalog.db, hoursIn(settings));
    syncOrders(catalog.db, settings.DATA_DIR);
    const ingested = await ingest(catalog.db, clock, source);
    progress('');
    console.log(reportLines(ingested).join('\n'));
  } finally {
    catalog.close();
  }
});

function filesSource(folder: string, progress: (line: string) => void): Source {
  return {
    name: 'files',
    full: true,
    async feed(intake) {
      const { taken, skipped, failed } = await takeFiles(intake, folder, progress);
      if (taken.length === 0) throw new Error(failed.join('\n'));
      return [
        ...skipped.map((name) => `skipped ${name}: no operation of the open API has that name`),
        ...failed.map((sentence) => `failed ${sentence}`),
      ];
    },
  };
}
