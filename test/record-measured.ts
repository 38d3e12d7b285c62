import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measured } from '../site/status/measured.ts';

const file = fileURLToPath(new URL('../content/measured.json', import.meta.url));

/** Puts figures of a drill or benchmark where `/status/` shows them, in the place of those of the same name. */
export function recordMeasured(news: Partial<Measured>) {
  const { drills, weights } = JSON.parse(readFileSync(file, 'utf8')) as Measured;
  const all = { drills: { ...drills, ...news.drills }, weights: { ...weights, ...news.weights } };
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}
