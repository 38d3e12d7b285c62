import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commonOptions, runCommand } from '../../db/command-line.ts';
import { parseInstant } from '../../db/clock.ts';
import { mainPages } from '../main-pages.ts';
import { message } from '../notifier/messages/given.ts';
import { mailPictures } from '../notifier/messages/mail-pictures.ts';
import { publishedSite } from '../published-site.ts';
import { picture } from './picture.ts';
import { pushPicture } from './push-picture.ts';

const usage = `
npm run screenshots -- [--real] [--to DIR]   pictures of the main pages, 390 and 1280 px wide, light and dark; of each mail and a push message

  --real    of the real rows in ../shared/data/odcloud; without it of the example data
  --to DIR  where the pictures go (.data/screenshots)
`;

/** Of the invented mails and messages. */
const siteUrl = 'https://lighthouse.example.kr';

const options = { help: commonOptions.help, real: { type: 'boolean' }, to: { type: 'string' } } as const;

await runCommand(usage, options, async ({ real = false, to = '.data/screenshots' }) => {
  const folder = resolve(to);
  mkdirSync(folder, { recursive: true });
  const asOf = parseInstant(real ? '2025-06-18T11:00:00+09:00' : '2026-11-24T10:00:00+09:00');
  const site = await publishedSite(real ? 'real' : 'example', asOf);
  try {
    console.log(`${site.rows}, as of ${asOf.toISOString()}`);
    for (const { name, path } of [...mainPages(site.client), { name: 'alerts', path: '/alerts/' }])
      for (const width of [390, 1280])
        for (const colorScheme of ['light', 'dark'] as const) {
          const file = join(folder, `${name}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`);
          await picture({ url: new URL(path, site.url).href, file, width, colorScheme, now: asOf });
          console.log(file);
        }
  } finally {
    await site.close();
    await picture.done();
  }
  for (const { file } of await mailPictures(folder)) console.log(file);
  for (const colorScheme of ['light', 'dark'] as const) {
    const file = join(folder, `push-390${colorScheme === 'dark' ? '-dark' : ''}.png`);
    await pushPicture({ message: message({ kind: 'closes-today' }), siteUrl, file, colorScheme });
    console.log(file);
  }
});
