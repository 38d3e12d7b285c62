import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAstroServer } from './origin/astro-server.ts';
import { checkAnswers } from './origin/check-answers.ts';
import { get } from './origin/get.ts';
import { loadTool, type Load, type Measured } from './origin/load.ts';
import { writePages } from './origin/pages.ts';
import { startServer, type Running } from './origin/running-server.ts';

const help = `node test/bench/origin.ts [options]   Our origin against sirv and the file server of @astrojs/node.

  --seconds N   length of one measurement (2)
  --rounds N    how often each server has its turn (4)
  --pages N     pages in the release (2000)
  --sockets     use our own load client even where wrk is installed
  --help        this text
`;

/** Measures three servers in turns on the same pages, and prints medians. Takes about a minute. */
export async function bench(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '4' },
      pages: { type: 'string', default: '2000' },
      sockets: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(help);

  const folder = await mkdtemp(join(tmpdir(), 'bench-origin-'));
  const running: Running[] = [];
  try {
    const pages = await writePages(folder, Number(values.pages));
    const tool = await loadTool(values.sockets);
    const astro = await buildAstroServer(join(folder, 'astro'), pages.client);
    running.push(await startServer('청약등대', [join(import.meta.dirname, 'origin/our-server.ts'), pages.releases]));
    running.push(await startServer('sirv', [join(import.meta.dirname, 'origin/sirv-server.ts'), pages.client]));
    running.push(await startServer('@astrojs/node', [astro]));
    for (const server of running) await checkAnswers(server, pages.digests);

    console.log(`${values.pages} pages of ${pages.kilobytes} kB, Accept-Encoding: br, ${values.rounds} rounds of`);
    console.log(`${values.seconds} s, ${connections} connections, load from ${tool.name}\n`);
    const paths = [...pages.digests.keys()];
    const turns = { seconds: Number(values.seconds), rounds: Number(values.rounds), run: tool.run };
    await compare('half one hot page, half any page', running, turns, async () => paths.map((path) => ({ path })));
    await compare('the same, all unchanged (304)', running, turns, (server) => tagsOf(server, paths.slice(0, 200)));
    for (const server of running) await checkAnswers(server, pages.digests);
  } finally {
    await Promise.all(running.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

const connections = 50;

type Turns = { seconds: number; rounds: number; run: (load: Load) => Promise<Measured> };

async function compare(
  title: string,
  servers: Running[],
  turns: Turns,
  ask: (server: Running) => Promise<Load['ask']>,
) {
  const loads: Load[] = [];
  for (const server of servers)
    loads.push({ url: server.url, connections, seconds: turns.seconds, ask: await ask(server) });
  for (const load of loads) await turns.run({ ...load, seconds: 1 });

  const measured: Measured[][] = servers.map(() => []);
  for (let round = 0; round < turns.rounds; round++)
    for (const [index, load] of loads.entries()) measured[index]!.push(await turns.run(load));
  printTable(title, servers, measured);
}

function printTable(title: string, servers: Running[], measured: Measured[][]) {
  console.log(`${title.padEnd(34)}requests/s    p50 ms    p99 ms    errors    ours is`);
  const ours = median(measured[0]!.map(({ rate }) => rate));
  for (const [index, server] of servers.entries()) {
    const rounds = measured[index]!;
    const rate = median(rounds.map((round) => round.rate));
    const cells = [
      Math.round(rate).toLocaleString('en').padStart(12),
      median(rounds.map((round) => round.p50)).toFixed(2),
      median(rounds.map((round) => round.p99)).toFixed(2),
      String(rounds.reduce((sum, round) => sum + round.errors, 0)),
      index === 0 ? '' : `    ${(ours / rate).toFixed(2)} × as fast`,
    ];
    console.log(`  ${server.name.padEnd(30)}${cells.map((cell) => cell.padStart(10)).join('')}`);
  }
  console.log('');
}

async function tagsOf(server: Running, paths: string[]) {
  const ask: Load['ask'] = [];
  for (const path of paths) {
    const url = new URL(path, server.url);
    const { tag } = await get(url, {});
    if (!tag) throw new Error(`${server.name} gives no ETag for ${path}.`);
    const again = await get(url, { 'If-None-Match': tag });
    if (again.status !== 304) throw new Error(`${server.name} answers ${again.status} to its own ETag for ${path}.`);
    ask.push({ path, tag });
  }
  return ask;
}

function median(numbers: number[]) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

if (import.meta.main) await bench(process.argv.slice(2));
