import { commonOptions, runCommand } from '../../db/command-line.ts';
import { bench as build } from './build.ts';
import { bench as email } from './email.ts';
import { bench as ledger } from './ledger.ts';
import { bench as origin } from './origin.ts';
import { bench as push } from './push.ts';
import { bench as release } from './release.ts';
import { bench as search } from './search.ts';
import { bench as weight } from './weight.ts';

const benches = { build, email, ledger, origin, push, release, search, weight };

const usage = `
npm run bench -- build [SIZE …]   pages, seconds and memory of releases of 1000, 5000 and 20000 notices
npm run bench -- origin           requests a second, beside sirv and the file server of @astrojs/node
npm run bench -- weight [TYPE …]   the heaviest page of each type: HTML, CSS, scripts, first view, Lighthouse, of their bounds
npm run bench -- release [TIMES]  a sealed release of 300 changed pages among 5,000: prepare, unseal, flip, delay (5 times)
npm run bench -- push             web push from end to end, beside web-push and what OpenSSL allows
npm run bench -- email            mails a second, beside a pool of nodemailer
npm run bench -- ledger           matching and telling a million channels: time, answers a second, memory
npm run bench -- search           the index of the search: its size, the time a letter takes, what queries find
  --record   keeps the weights in content/measured.json, from where /status/ shows them
`;

const options = { help: commonOptions.help, record: { type: 'boolean' } } as const;

await runCommand(usage, options, async ({ record = false }, [name = '', ...args]) => {
  const bench = benches[name as keyof typeof benches];
  if (!bench) throw new Error(`${name ? `"${name}" is no benchmark.` : 'Say which benchmark.'}\n${usage.trimEnd()}`);
  await bench(args, record);
});
