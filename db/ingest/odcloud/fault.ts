/**
 * How far a fault reaches: `passing` ones are worth another try, `operation` means that this one is not to be had today, `run`
 * that no other call would fare better.
 */
type Reach = 'passing' | 'operation' | 'run';

/**
 * A call that brought no rows. It keeps no `cause`: errors of the JSON parser and of the HTTP client carry pieces of the answer,
 * and an answer may hold closed rows.
 */
export class Fault extends Error {
  readonly reach: Reach;
  /** Milliseconds after which the API wants to be asked again, where it said so. */
  readonly retryAfter: number | undefined;
  constructor(reach: Reach, message: string, retryAfter?: number) {
    super(message);
    this.reach = reach;
    this.retryAfter = retryAfter;
  }
}
