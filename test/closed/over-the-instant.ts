import { setTimeout as sleep } from 'node:timers/promises';
import type { Machine } from './machine.ts';
import { before } from './notices.ts';

/** Lets the publisher of a machine begin three seconds before the instant, and stops it when the publication is over. */
export async function overTheInstant(machine: Machine) {
  const publisher = machine.start(['publisher', '--now', before(3)]);
  const over = publisher.ended.then(() => true);
  // The last that it says of a publication: what is new beside it has been looked for.
  while (!/Published .*\n(.*\n)*No ODCLOUD_SERVICE_KEY/.test(publisher.said()))
    if (await Promise.race([over, sleep(100)])) break;
  publisher.kill('SIGTERM');
  return publisher.ended;
}
