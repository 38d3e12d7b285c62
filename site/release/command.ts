import { join } from 'node:path';
import { openCatalog } from '../../db/catalog/open.ts';
import { clockAt, koreanStamp, parseInstant } from '../../db/clock.ts';
import { commonOptions, runCommand } from '../../db/command-line.ts';
import { readSettings } from '../../db/settings.ts';
import { build } from './build.ts';
import { readManifest } from './manifest.ts';
import { openVault } from './prepare/vault.ts';
import { prepare } from './prepare/prepare.ts';
import { publish, rollback } from './publish.ts';
import { currentId, releaseIds } from './releases.ts';
import { removeOld } from './retention.ts';
import { verify } from './verify.ts';

const usage = `
npm run release -- build [--now INSTANT] [--fresh]   build the site as of now, or as of an instant
npm run release -- publish [ID] [--now INSTANT]      show readers a release, the newest if none is named
npm run release -- prepare --at INSTANT [--now I]    build and seal the site of a publication instant; the publisher shows it then
npm run release -- rollback [--take-back]            show readers the release before the current one; results that they have
                                                     seen since are taken back only if that is said
npm run release -- list                              all releases; * is the current one
npm run release -- verify [ID]                       hold a release, or all, against its manifest
`;

const settings = readSettings();
const releases = join(settings.DATA_DIR, 'releases');

const options = {
  ...commonOptions,
  at: { type: 'string' },
  fresh: { type: 'boolean' },
  'take-back': { type: 'boolean' },
} as const;

await runCommand(usage, options, async (values, [verb, id]) => {
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
    case 'prepare': {
      if (!values.at)
        throw new Error('Say for which instant: npm run release -- prepare --at 2026-11-22T19:30:00+09:00');
      const at = parseInstant(values.at);
      const vault = await openVault(settings);
      const { problems } = await withCatalog((catalog) =>
        prepare({ releases, vault, catalog, at, now: clock.now(), siteUrl: settings.SITE_URL }),
      );
      for (const problem of problems) console.error(problem);
      if (problems.length > 0) process.exitCode = 1;
      console.log(`The site of ${koreanStamp(at)} is prepared and sealed. The publisher shows it then.`);
      break;
    }
    case 'rollback': {
      const takeBack = values['take-back'] ?? false;
      const back = await withCatalog(({ db }) => rollback({ releases, db, clock }, { takeBack }));
      console.log(`Release ${back.id} is current again.`);
      if (back.takenBack > 0) console.log(`The results of ${back.takenBack} notices are taken back from readers.`);
      break;
    }
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
