/** Lets so many of each name in at once; the others wait in line. */
export function turnsFor(most: number) {
  const lines = new Map<string, { inside: number; waiting: (() => void)[] }>();
  const lineOf = (name: string) => {
    let line = lines.get(name);
    if (!line) lines.set(name, (line = { inside: 0, waiting: [] }));
    return line;
  };
  return {
    /** Resolves when it is one's turn. @returns what to call when one leaves. */
    async take(name: string) {
      const line = lineOf(name);
      if (line.inside < most) line.inside++;
      else await new Promise<void>((resolve) => line.waiting.push(resolve));
      return () => {
        const next = line.waiting.shift();
        if (next) next();
        else line.inside--;
      };
    },
  };
}
