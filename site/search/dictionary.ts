/** The different words of a list, those that come most often first: their numbers are then short. */
export function byFrequency(words: string[]) {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word);
}

/** The places of words in a dictionary as the columns write them: `3.17`. */
export function entries(dictionary: Map<string, number>, words: string[]) {
  return words.map((word) => dictionary.get(word)!).join('.');
}
