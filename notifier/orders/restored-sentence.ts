import { koreanStamp } from '../../db/clock.ts';
import type { Restored } from '../../db/subscribers/restore.ts';

/** What an operator must know of a restore: who is not in it, what people will hear twice, and what lies about now. */
export function restoredSentence(
  { madeAt, leftOut, knowsWhatWasTold, knowsWhoLeft, putAside }: Restored,
  dataDir: string,
) {
  return [
    `The backup of ${koreanStamp(madeAt)} is in place; ${leftOut} who had left since are left out.`,
    knowsWhoLeft
      ? []
      : `There is no forgotten.jsonl in ${dataDir}: if anybody has left since, put the newest there and restore again, before a notifier starts.`,
    knowsWhatWasTold
      ? 'What was told since is known and is not told again.'
      : 'What was told since is not known here: as far as it is still of use, people hear it once more.',
    putAside ? `The store of before is in ${putAside}; the notifier removes it after two weeks.` : [],
  ]
    .flat()
    .join(' ');
}
