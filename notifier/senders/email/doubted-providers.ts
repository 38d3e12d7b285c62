/** An answer about a reader at an instant, epoch milliseconds. */
export type Answer = { reader: string; refused: boolean; at: number };

/**
 * A mail provider that says of many readers at once that they do not exist is ill, not they (Gmail, for hours, in December 2020). All
 * of our readers have confirmed by mail, so next to none are usual.
 */
export type DoubtedProviders = {
  note(provider: string, answer: Answer): void;
  doubts(provider: string, at: number): boolean;
};

/**
 * Of so many of the last answers of a provider, at how many refused readers, and at what share, a doubt begins, and at what share it ends. Who
 * was taken since does not count as refused.
 */
const bounds = { answers: 200, readers: 10, begins: 0.1, ends: 0.05 };
const day = 86_400_000;
/** Milliseconds: what is older says nothing any more, and no provider is ill for so long. */
const patience = { answer: 2 * day, doubt: 7 * day };
/** Providers that are remembered: small domains are endless. */
const most = 2_000;

type Provider = { last: Answer[]; doubtedAt: number | null };

/** @param began hears of each doubt, with the answers that led to it, and `ended` when it is over. */
export function doubtedProviders(tell: {
  began: (provider: string, answers: Answer[]) => void;
  ended: (provider: string) => void;
}): DoubtedProviders {
  const providers = new Map<string, Provider>();
  return {
    note(name, answer) {
      const provider = providerOf(name);
      const counts = ({ reader, refused, at }: Answer) =>
        Math.abs(answer.at - at) <= patience.answer && !(refused && !answer.refused && reader === answer.reader);
      const last = [...provider.last.filter(counts).slice(1 - bounds.answers), answer];
      provider.last = last;
      const refused = new Set(last.filter((each) => each.refused).map(({ reader }) => reader)).size;
      const share = refused / last.length;
      if (provider.doubtedAt === null && refused >= bounds.readers && share > bounds.begins) {
        provider.doubtedAt = answer.at;
        tell.began(name, last);
      } else if (provider.doubtedAt !== null && share <= bounds.ends) {
        provider.doubtedAt = null;
        tell.ended(name);
      }
    },
    doubts(name, at) {
      const since = providers.get(name)?.doubtedAt ?? null;
      return since !== null && Math.abs(at - since) < patience.doubt;
    },
  };

  function providerOf(name: string) {
    const provider = providers.get(name) ?? { last: [], doubtedAt: null };
    // The one that was not heard of for longest is first, and goes first.
    providers.delete(name);
    providers.set(name, provider);
    if (providers.size > most) providers.delete(providers.keys().next().value!);
    return provider;
  }
}
