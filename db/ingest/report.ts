import type { Ingested } from './ingest.ts';
import type { Holds, Outcome } from './tally.ts';

const titles: Record<Holds, string> = {
  notice: 'notices',
  'house-type': 'house types',
  competition: 'competition rows',
  'special-supply': 'special-supply rows',
  score: 'score rows',
};
const outcomes: Outcome[] = ['new', 'changed', 'same', 'quarantined'];

/** What an ingest did, in lines for a terminal. */
export function reportLines({ tally, remarks, seconds }: Ingested) {
  const lines = (Object.keys(titles) as Holds[]).map((holds) => {
    const row = tally.rows[holds];
    const sum = outcomes.reduce((total, outcome) => total + row[outcome], 0);
    const parts = outcomes.map((outcome) => `${row[outcome].toLocaleString('en')} ${outcome}`);
    return `${sum.toLocaleString('en').padStart(8)} ${titles[holds].padEnd(20)} ${parts.join(', ')}`;
  });
  lines.push(`${tally.unplaced.length.toLocaleString('en').padStart(8)} notices without 시군구`);
  for (const { id, address } of tally.unplaced) lines.push(`         ${id}  ${address ?? '(no address)'}`);
  for (const { place, reason } of tally.refusals) lines.push(`  quarantined ${place}: ${reason}`);
  return [...lines, ...remarks, `Done in ${seconds.toFixed(1)} s.`];
}
