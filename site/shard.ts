/** This process renders the notices whose `Number(id) % of` is `part`. Other pages of which there are many are part 0's. */
export type Shard = { part: number; of: number };

/** True for the notices that this process renders. */
export function inShard({ part, of }: Shard) {
  return (id: string) => Number(id) % of === part;
}

/** The paths of a route that only the first process renders: none in the others. */
export function inFirstShard<Path>({ part }: Shard, paths: () => Path[]) {
  return part === 0 ? paths() : [];
}
