import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordOrder } from '../../db/publications/record.ts';
import { writeFiles } from './files-of.ts';
import type { Machine } from './machine.ts';
import { before, heldByOrder } from './notices.ts';
import type { World } from './worlds.ts';

/** Gives a machine what is on it before its first command: the identity of its vault, and an order. */
export function furnish({ dataDir }: Machine, identity: string) {
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  writeFileSync(join(dataDir, 'keys', 'vault.identity'), identity, { mode: 0o600 });
  recordOrder(dataDir, heldByOrder);
}

/** Takes the rows of a world in, from files that are gone afterwards. */
export async function takeRows(machine: Machine, { closed }: World) {
  const rows = `${machine.cwd}-rows`;
  writeFiles(rows, closed);
  const ended = await machine.run(['ingest', '--from', rows, '--now', before(9_000)]);
  rmSync(rows, { recursive: true });
  return ended;
}

/** Seals a package that comes by standard input: nothing of it lies on the disk in clear. */
export function sealPackage(machine: Machine, { at, rows }: World['packages'][number]) {
  return machine.run(['vault', 'seal', '-', '--at', at, '--now', before(8_000)], { input: JSON.stringify({ rows }) });
}

export function buildSite(machine: Machine) {
  return machine.run(['release', 'build', '--now', before(7_200)]);
}

export function publishSite(machine: Machine) {
  return machine.run(['release', 'publish', '--now', before(7_200)]);
}

export function startPreparing(machine: Machine, surroundings: Parameters<Machine['start']>[1] = {}) {
  return machine.start(['release', 'prepare', '--at', before(0), '--now', before(600)], surroundings);
}
