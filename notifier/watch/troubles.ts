/** Where something can be wrong that an operator must hear of. */
export const places = ['feed', 'store', 'answers', 'alert mails', 'single mails', 'mail providers', 'push'] as const;
type Place = (typeof places)[number];

/** What is wrong now. Rooms tell of it, or are asked; no sentence names a person. */
export type Troubles = {
  /** What is wrong in a place, in a sentence; null once nothing is. */
  tell(place: Place, sentence: string | null): void;
  /** Asks `wrong` whenever somebody wants to know. */
  watch(place: Place, wrong: () => string | null): void;
  now(): [place: Place, sentence: string][];
};

export function troublesOf(): Troubles {
  const told = new Map<Place, () => string | null>();
  return {
    tell: (place, sentence) => void told.set(place, () => sentence),
    watch: (place, wrong) => void told.set(place, wrong),
    now: () =>
      places.flatMap((place): [Place, string][] => {
        const sentence = told.get(place)?.() ?? null;
        return sentence === null ? [] : [[place, sentence]];
      }),
  };
}
