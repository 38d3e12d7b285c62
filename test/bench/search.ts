import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { manyRows } from './many-rows.ts';
import { indexOfMany, indexOfOwn, type IndexTexts } from './search/index-of.ts';
import { missed } from './search/precision.ts';
import { exampleQueries, realQueries } from './search/queries.ts';
import { timesInBrowser } from './search/times-in-browser.ts';

/** For 3,000 notices: bytes of the first file in Brotli, milliseconds of preparing and of a letter on a slowed processor. */
const bounds = { notices: 3_000, bytes: 45_000, letter: 1 };

/**
 * The index of the search for many notices: its size, the time to prepare it and the time a letter takes in a browser whose
 * processor is slowed four times; and whether queries find what they must among their first three.
 */
export async function bench() {
  const rows = await manyRows();
  const over: string[] = [];
  console.log(`rows: ${rows.source}; a copy's name is put together from two\n`);
  console.log('notices  file      raw kB   gz kB   br kB');
  for (const size of [bounds.notices, 10_000]) {
    const files = indexOfMany(rows, size);
    for (const [name, text] of Object.entries(files))
      console.log(`${String(size).padStart(7)}  ${name.padEnd(8)}${sizes(text).map(kilobytes).join('')}`);
    const { prepare, words, middle, high } = await timesInBrowser(files);
    console.log(
      `         prepared in ${prepare.toFixed(0)} ms, the words in ${words.toFixed(0)} ms more; ` +
        `a letter ${middle.toFixed(2)} ms (p50), ${high.toFixed(2)} ms (p95), on a processor slowed four times\n`,
    );
    if (size !== bounds.notices) continue;
    if (sizes(files.notices).at(-1)! > bounds.bytes) over.push(`the index weighs more than ${bounds.bytes} bytes`);
    if (middle > bounds.letter) over.push(`a letter takes more than ${bounds.letter} ms`);
  }
  const own = indexOfOwn(rows);
  const each = sizes(own.notices).at(-1)! / (JSON.parse(own.notices) as { names: string[] }).names.length;
  console.log(`Without copies a notice takes ${each.toFixed(2)} bytes of notices.json in Brotli.`);
  over.push(...precision(own, rows.source.includes('real')));
  console.log(over.length === 0 ? '\nWithin all bounds.' : `\nOver the bounds: ${over.join('; ')}.`);
  if (over.length > 0) process.exitCode = 1;
}

function precision(files: IndexTexts, real: boolean) {
  const names = (JSON.parse(files.notices) as { names: string[] }).names;
  const unique = names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
  if (!real) console.log('The real notices are not on this machine: the names of the example are asked for.');
  const { asked, groups, wrong } = missed(files, real ? realQueries : exampleQueries(unique));
  console.log(
    `${asked - wrong.length} of ${asked} queries of ${groups} kinds find what they must among the first three.`,
  );
  for (const line of wrong) console.log(`  ${line}`);
  return wrong.length > 0 ? [`${wrong.length} queries miss`] : [];
}

/** Raw, gzip, Brotli as the release compresses. */
function sizes(text: string) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 7 };
  return [Buffer.byteLength(text), gzipSync(text).length, brotliCompressSync(text, { params }).length];
}

function kilobytes(bytes: number) {
  return (bytes / 1000).toFixed(1).padStart(8);
}
