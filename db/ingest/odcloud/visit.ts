import type { Facts } from '../../catalog/open.ts';
import type { Clock } from '../../clock.ts';
import type { Intake } from '../intake.ts';
import type { Api } from './api.ts';
import type { Steps } from './steps.ts';

/** One run of the client: what it asks, where it puts the rows, what it has done. */
export type Visit = {
  api: Api;
  intake: Intake;
  db: Facts;
  clock: Clock;
  /** The instant by which the intake of this run judges what is public. */
  now: Date;
  full: boolean;
  steps: Steps;
  /** Shows the operator where the run stands. */
  progress: (line: string) => void;
  /** Keeps a sentence for the operator until the end. */
  remark: (line: string) => void;
};
