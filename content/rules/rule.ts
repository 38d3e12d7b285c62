import type { SourceId } from './sources.ts';

/** One line of a rule, as a reader meets it. `check` says what is to be checked, and where, if it is not sure. */
export type Rule = { id: string; text: string; source: SourceId } & Sureness;

type Sureness = { sure: true } | { sure: false; check: string };
