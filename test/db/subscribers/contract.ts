import { channelsContract } from './contract/channels.ts';
import { claimsContract } from './contract/claims.ts';
import { digestsContract } from './contract/digests.ts';
import { keepingContract } from './contract/keeping.ts';
import { movesContract } from './contract/moves.ts';
import type { Subscribers } from '../../../db/subscribers/subscribers.ts';

/** What every store of subscribers has to do. `make` gives an empty one, and closes it when the test ends. */
export function subscribersContract(make: () => Promise<Subscribers>) {
  channelsContract(make);
  claimsContract(make);
  movesContract(make);
  digestsContract(make);
  keepingContract(make);
}
