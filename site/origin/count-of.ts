/** How many there are of each name; a name of which there is none takes no room. */
export function countOf() {
  const counts = new Map<string, number>();
  return {
    has: (name: string) => counts.get(name) ?? 0,
    add: (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    take(name: string) {
      const left = (counts.get(name) ?? 0) - 1;
      if (left > 0) counts.set(name, left);
      else counts.delete(name);
    },
  };
}
