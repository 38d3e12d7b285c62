import { addresses } from './channels/addresses.ts';
import { change } from './channels/change.ts';
import { confirm } from './channels/confirm.ts';
import { each } from './channels/each.ts';
import { end } from './channels/end.ts';
import { find } from './channels/find.ts';
import { forget } from './channels/forget.ts';
import { join } from './channels/join.ts';
import { receipt } from './channels/receipt.ts';
import { suppress } from './channels/suppress.ts';
import { unsuppress } from './channels/unsuppress.ts';
import { wishes } from './channels/wishes.ts';
import { backup } from './keeping/backup.ts';
import { rotate } from './keeping/rotate.ts';
import { tidy } from './keeping/tidy.ts';
import { keepAs, keptAs } from './kept.ts';
import { cancel } from './ledger/cancel.ts';
import { claim } from './ledger/claim.ts';
import { digestParts } from './ledger/digest-parts.ts';
import { move } from './ledger/move.ts';
import { record } from './ledger/record.ts';
import { settle } from './ledger/settle.ts';
import { standing } from './ledger/standing.ts';
import { takeOver } from './ledger/take-over.ts';
import { told } from './ledger/told.ts';
import { writtenFor } from './ledger/written-for.ts';
import type { Store } from './store.ts';
import { storeSentence } from './store-sentence.ts';
import type { Subscribers } from './subscribers.ts';

/** The contract, on SQLite. */
export function subscribersOn(store: Store, close: () => void): Subscribers {
  /** What the file has trouble with is told in a sentence, whoever asks. */
  const ask =
    <Asked extends unknown[], Answer>(question: (store: Store, ...asked: Asked) => Answer | Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      try {
        return await question(store, ...asked);
      } catch (error) {
        throw storeSentence(error, store.file);
      }
    };
  return {
    join: ask(join),
    confirm: ask(confirm),
    change: ask(change),
    end: ask(end),
    forget: ask(forget),
    find: ask(find),
    receipt: ask(receipt),
    addresses: ask(addresses),
    wishes: ask(wishes),
    each: ask(each),
    suppress: ask(suppress),
    unsuppress: ask(unsuppress),
    record: ask(record),
    claim: ask(claim),
    digestParts: ask(digestParts),
    settle: ask(settle),
    move: ask(move),
    cancel: ask(cancel),
    told: ask(told),
    writtenFor: ask(writtenFor),
    takeOver: ask(takeOver),
    standing: ask(standing),
    kept: ask(keptAs),
    keep: ask(keepAs),
    tidy: ask(tidy),
    backup: ask(backup),
    rotate: ask(rotate),
    close: async () => close(),
  };
}
