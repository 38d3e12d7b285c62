import { getFeed, type Got } from './get-feed.ts';

/** A file of the site that is asked for again and again. */
export type Conditional = {
  /** What is new since it was settled last. An answer that was not settled comes again, without being loaded again. */
  get(): Promise<Got>;
  /** What came last is done with. */
  settle(): void;
  /** What is there has to come again, though it was settled. */
  reopen(): void;
};

export function conditional(url: string, settledEtag: string | null, fetch: typeof globalThis.fetch): Conditional {
  let settled = settledEtag;
  let open: (Got & { is: 'new' }) | null = null;
  return {
    async get() {
      const got = await getFeed(url, open ? open.etag : settled, fetch);
      if (got.is === 'new') open = got;
      return got.is === 'same' && open ? open : got;
    },
    settle() {
      if (open) settled = open.etag;
      open = null;
    },
    reopen() {
      settled = null;
    },
  };
}
