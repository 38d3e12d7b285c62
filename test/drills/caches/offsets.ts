import type { Answer, Failure } from './probe.ts';
import type { Versions } from './versions.ts';

/** What readers got around an instant; times in milliseconds after it, null when there was none. */
export type Offsets = {
  answers: number;
  firstNewByte: number | null;
  lastOldByte: number | null;
  errors: number;
  /** Answers that are neither the old page nor the new one, or that have the ETag of other bytes. */
  torn: number;
};

/** @param versions those of each path that was asked for */
export function offsetsOf(got: (Answer | Failure)[], versions: Map<string, Versions>, at: number): Offsets {
  const answers = got.filter((each) => 'digest' in each);
  const by = Map.groupBy(answers, (answer) => versionOf(answer, versions.get(answer.path)!));
  const first = Math.min(...(by.get('new') ?? []).map(({ firstByteAt }) => firstByteAt));
  const last = Math.max(...(by.get('old') ?? []).map(({ lastByteAt }) => lastByteAt));
  return {
    answers: answers.length,
    firstNewByte: Number.isFinite(first) ? first - at : null,
    lastOldByte: Number.isFinite(last) ? last - at : null,
    errors: got.length - answers.length,
    torn: by.get('torn')?.length ?? 0,
  };
}

function versionOf({ digest, tag }: Answer, { before, after }: Versions) {
  if (tag !== `"${digest}"`) return 'torn';
  if (before.has(digest)) return after.has(digest) ? 'same' : 'old';
  return after.has(digest) ? 'new' : 'torn';
}
