import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalog } from '../../db/catalog/open.ts';
import type { Clock } from '../../db/clock.ts';
import type { Settings } from '../../db/settings.ts';
import type { Vault } from '../release/prepare/vault.ts';
import type { ClockWatch } from './clock-watch.ts';

/** What the resident publisher works with. */
export type Publisher = {
  settings: Settings;
  /** Folder of all releases. */
  releases: string;
  catalog: Catalog;
  vault: Vault;
  clock: Clock;
  watch: ClockWatch;
  /** Where readers see the site: a publication is over when it can be read there. */
  url: string;
  /** Whether an empty catalog may be filled with example data. */
  example: boolean;
  say: (line: string) => void;
  signal: AbortSignal;
};

/** Waits some milliseconds, or until the publisher is stopped. */
export async function pause({ signal }: Pick<Publisher, 'signal'>, milliseconds: number) {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
}
