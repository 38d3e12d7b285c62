/**
 * A mistake that somebody in a hurry could make: it types, it works, the site is built, and something closed gets out. The
 * suite has to go red for it.
 */
export type Fault = {
  /** What was done, in plain words. */
  name: string;
  /** Where it happened, if it did. */
  happened?: string;
  edits: Edit[];
  noticed: Noticed;
};

/** A text that stands in a file once, and what stands there instead; or a file that is new. */
export type Edit = { file: string; find: string; put: string } | { file: string; add: string };

/** The test that has to fail, and words that its failure has to print: it may fail for another reason as well. */
export type Noticed = { file: string; test: string; says: RegExp };
