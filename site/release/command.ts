import { join } from 'node:path';
import { openCatalog } from '../../db/catalog/open.ts';
import { clockAt } from '../../db/clock.ts';
import { commonOptions, runCommand } from '../../db/command-line.ts';
import { readSettings } from '../../db/settings.ts';
import { build } from './build.ts';
import { readManifest } from './manifest.ts';
import { publish, rollback } from './publish.ts';
import { currentId, releaseIds } from './releases.ts';
import { removeOld } from './retention.ts';
import { verify } from './verify.ts';

const usage = `
npm run release -- build [--now INSTANT] [--fresh]   build the site as of now, or as of an instant
npm run release -- publish [ID] [--now INSTANT]      show readers a release, the newest if none is named
npm run release -- rollback                          show readers the release before the current one
npm run release -- list                              all releases; * is the current one
npm run release -- verify [ID]                       hold a release, or all, against its manifest
`;

const settings = readSettings();
const releases = join(settings.DATA_DIR, 'releases');

await runCommand(usage, { ...commonOptions, fresh: { type: 'boolean' } }, async (values, [verb, id]) => {
  const clock = clockAt(values.now);
  const withCatalog = async <T>(work: (catalog: ReturnType<typeof openCatalog>) => T | Promise<T>) => {
    const catalog = openCatalog(settings.DATA_DIR, `npm run release -- ${verb}`);
    try {
      return await work(catalog);
    } finally {
      catalog.close();
    }
  };
  switch (verb) {
    case 'build': {
      const { manifest, seconds } = await withCatalog((catalog) =>
        build({
          releases,
          catalog,
          asOf: clock.now(),
          siteUrl: settings.SITE_URL,
          fresh: values.fresh ?? false,
          progress: console.log,
        }),
      );
      console.log(
        `Release ${manifest.id}: ${Object.keys(manifest.files).length.toLocaleString('en')} files, ` +
          `pages in ${seconds.pages.toFixed(1)} s, all in ${seconds.all.toFixed(1)} s. Tree ${manifest.tree}`,
      );
      break;
    }
    case 'publish': {
      const published = await withCatalog(({ db }) => publish({ releases, db, clock }, id));
      removeOld(releases);
      console.log(`Release ${published} is current.`);
      break;
    }
    case 'rollback':
      console.log(`Release ${await withCatalog(({ db }) => rollback({ releases, db, clock }))} is current again.`);
      break;
    case 'list':
      for (const each of releaseIds(releases)) {
        const { files, tree } = readManifest(join(releases, each));
        const mark = each === currentId(releases) ? '*' : ' ';
        console.log(`${mark} ${each}  ${Object.keys(files).length.toLocaleString('en').padStart(8)} files  ${tree}`);
      }
      break;
    case 'verify':
      for (const each of id ? [id] : releaseIds(releases))
        console.log(`Release ${verify(join(releases, each)).id} is whole.`);
      break;
    default:
      throw new Error(`${verb ? `"${verb}" is no word of this command.` : 'Say what to do.'}\n${usage.trimEnd()}`);
  }
});
