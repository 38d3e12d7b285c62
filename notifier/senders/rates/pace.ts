import type { Clock } from '../../../db/clock.ts';
import type { Lane } from '../../../db/subscribers/channel.ts';
import type { Outcome } from '../sender.ts';
import { admit, firstState, judge, type LaneState } from './lane-rate.ts';

/**
 * How fast each lane takes messages, learned from what it answers: twice as fast each second until the lane says that it is too
 * much, then slowly more and at once less (AIMD). Lanes know nothing of each other.
 */
export type Pace = {
  /** How many messages may go to a lane now, at most `most`. Each of them is told of later, once. */
  grant(lane: Lane, most: number): number;
  /** What came of a message that was granted. */
  tell(lane: Lane, outcome: Outcome): void;
  /** Lanes that said "later", and whose instant has not come. */
  shut(now: Date): Set<Lane>;
  /** Messages a second that each lane may have. */
  rates(): Record<Lane, number>;
  /** Seconds that a lane needs for `left` messages, as it stands. */
  eta(lane: Lane, left: number): number;
};

/** A lane stays shut for this long at most, milliseconds: a service that asks for more is asked again. */
const longestShut = 3_600_000;

export function paceOf({ clock }: { clock: Clock }): Pace {
  const lanes = new Map<Lane, LaneState>();
  const now = () => clock.now().getTime();

  return {
    grant(lane, most) {
      const state = stateOf(lane);
      const at = now();
      judge(state, at);
      return shutFor(state, at) > 0 ? 0 : admit(state, at, most);
    },
    tell(lane, outcome) {
      const state = stateOf(lane);
      const at = now();
      judge(state, at);
      state.onTheWay = Math.max(0, state.onTheWay - 1);
      if (outcome.is === 'sent' || outcome.is === 'gone') state.second.fine++;
      if ((outcome.is === 'retry' && !outcome.alone) || outcome.is === 'ambiguous') state.second.failed++;
      if (outcome.is !== 'paused') return;
      // What was on the way when the lane shut answers the same: that is one refusal, not many.
      if (shutFor(state, at) === 0) state.second.refused = true;
      state.shutUntil = Math.max(state.shutUntil, outcome.until.getTime());
    },
    shut(instant) {
      const open = ([, state]: [Lane, LaneState]) => shutFor(state, instant.getTime()) === 0;
      return new Set([...lanes].filter((each) => !open(each)).map(([lane]) => lane));
    },
    rates: () => Object.fromEntries([...lanes].map(([lane, { rate }]) => [lane, rate])),
    eta(lane, left) {
      const state = stateOf(lane);
      const { rate, answered } = state;
      return left / (answered > 0 ? Math.min(rate, answered) : rate) + shutFor(state, now()) / 1000;
    },
  };

  function stateOf(lane: Lane) {
    let state = lanes.get(lane);
    if (!state) lanes.set(lane, (state = firstState(lane, now())));
    return state;
  }
}

/** Milliseconds for which a lane is shut yet. A clock that was set back does not shut it for longer. */
function shutFor(state: LaneState, at: number) {
  state.shutUntil = Math.min(state.shutUntil, at + longestShut);
  return Math.max(0, state.shutUntil - at);
}
