import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../../browser.ts';
import type { IndexTexts } from './index-of.ts';
import { askedOn } from './precision.ts';

/** Milliseconds. */
export type Times = { prepare: number; words: number; middle: number; high: number };

/** What somebody types, letter by letter: a name, a place, 초성, the other keyboard, and what nothing is called. */
const typed = [
  '힐스테이트 송도',
  '서울 강남',
  'ㄹㅁㅇ ㅇㅂㅇㄹ',
  'glftmxpdlxm',
  'e편한세상',
  '현대건설',
  '없는이름아파트',
];

/** How long a browser takes to prepare an index, and for each letter that is typed, on a processor slowed four times. */
export async function timesInBrowser(files: IndexTexts): Promise<Times> {
  const script = await bundle();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const measured = await page.evaluate(measure, { files, typed, askedOn });
    const sorted = measured.each.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!;
    return { prepare: measured.prepare, words: measured.words, middle: at(0.5), high: at(0.95) };
  } finally {
    await browser.close();
  }
}

async function bundle() {
  const folder = fileURLToPath(new URL('../../../site/scripts/search', import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `export { prepare, withWords } from './prepare.ts'; export { search } from './search.ts';`,
      resolveDir: folder,
    },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'lighthouse',
    write: false,
  });
  return outputFiles[0]!.text;
}

type Lighthouse = typeof import('../../../site/scripts/search/prepare.ts') &
  typeof import('../../../site/scripts/search/search.ts');

/** Runs in the page. */
function measure(given: { files: IndexTexts; typed: string[]; askedOn: number }) {
  const { prepare, withWords, search } = (globalThis as unknown as { lighthouse: Lighthouse }).lighthouse;
  const timed = <Value>(work: () => Value): [number, Value] => {
    const begun = performance.now();
    const value = work();
    return [performance.now() - begun, value];
  };
  const [preparing, names] = timed(() => prepare(JSON.parse(given.files.notices) as never));
  const [adding, whole] = timed(() => withWords(names, JSON.parse(given.files.words) as never));
  const each: number[] = [];
  // The first round is that of a reader who has just come; the others steady the figure.
  for (let round = 0; round < 5; round++)
    for (const words of given.typed)
      for (let letters = 1; letters <= words.length; letters++)
        each.push(timed(() => search(whole, words.slice(0, letters), given.askedOn))[0]);
  return { prepare: preparing, words: adding, each };
}
