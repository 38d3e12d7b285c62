import { Fault } from './fault.ts';

export type Failures = {
  /** Makes a part of a run. @returns false when an operation is not to be had. @throws when the run has to end. */
  attempt(part: () => Promise<void>): Promise<boolean>;
  /** @throws what was kept, if anything was. */
  end(): void;
};

/** One operation that fails keeps no other one back; two are no accident, and the rest of the run is left for later. */
export function openFailures(): Failures {
  const kept: string[] = [];
  const end = () => {
    if (kept.length > 0) throw new Error(kept.join('\n'));
  };
  return {
    async attempt(part) {
      try {
        await part();
        return true;
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        kept.push(error.message);
        if (error.reach === 'run' || kept.length === 2) end();
        return false;
      }
    },
    end,
  };
}
