import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sealRelease } from '../../../../site/release/prepare/seal-release.ts';
import { stage } from '../../../../site/release/prepare/stage.ts';
import { unsealOnto } from '../../../../site/release/prepare/unseal-onto.ts';

type Seal = Omit<Parameters<typeof sealRelease>[0], 'plaintext'>;
type Unseal = Omit<Parameters<typeof unsealOnto>[0], 'staged' | 'at'>;

/** How many changes of the disk the process makes before it dies as by `kill -9`, and what it is at. It prints how many it made. */
export type Order = { changes: number; seal?: Seal & { plaintext: string }; unseal?: Unseal };

const changing = [
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmdirSync',
  'unlinkSync',
  'writeFileSync',
  'fsyncSync',
] as const;
const { changes, seal, unseal } = JSON.parse(process.argv[2]!) as Order;
let made = 0;

for (const name of changing) {
  const change = fs[name] as (...given: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      if (made === changes) process.kill(process.pid, 'SIGKILL');
      made += 1;
      return change(...given);
    },
  });
}
syncBuiltinESMExports();

if (seal) await sealRelease({ ...seal, plaintext: Buffer.from(seal.plaintext) });
if (unseal)
  await unsealOnto({
    ...unseal,
    staged: stage(unseal.releases, unseal.sealed.note.base),
    at: new Date(unseal.sealed.note.at),
  });
console.log(made);
