/** When what came, by the wall of this process: each of a crowd is told once, so a second time is a duplicate. */
export function arrivalsLog() {
  const times = new Map<string, number[]>();
  const gone = new Map<string, number>();
  let count = 0;
  return {
    note(who: string) {
      const now = performance.now();
      count++;
      const known = times.get(who);
      if (known) known.push(now);
      else times.set(who, [now]);
    },
    /** Somebody has left, and the notifier has said so. */
    left: (who: string) => void gone.set(who, performance.now()),
    has: (who: string) => times.has(who),
    hasLeft: (who: string) => gone.has(who),
    count: () => count,
    different: () => times.size,
    since: (instant: number) => [...times.values()].flat().filter((at) => at >= instant).length,
    /** Messages that came again after a kill: how many by the number of the kill. */
    againAfter(kills: number[]) {
      const counts = kills.map(() => 0);
      for (const all of times.values())
        for (const [i, at] of all.entries()) {
          if (i === 0) continue;
          const kill = kills.findLastIndex((killed) => killed <= at);
          if (kill >= 0) counts[kill]!++;
          else throw new Error('A message came twice before any kill.');
        }
      return counts;
    },
    /** Messages to somebody who had left `grace` milliseconds before: what was on the way arrives within that. */
    afterLeaving: (grace: number) =>
      [...gone].flatMap(([who, left]) => (times.get(who) ?? []).filter((at) => at > left + grace)).length,
  };
}
