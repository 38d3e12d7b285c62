import type { Lane } from '../../../db/subscribers/channel.ts';

/** What is known of a lane. Instants in epoch milliseconds, rates in messages a second. */
export type LaneState = {
  rate: number;
  /** Below it the rate doubles; from it on it grows by `step` a second. */
  threshold: number;
  /** Growth a second past the threshold. */
  step: number;
  /** Messages that may go at once. */
  ready: number;
  filledAt: number;
  /** Granted and not told of yet. */
  onTheWay: number;
  /** The rate fell in the second before too: the threshold remembers where the fall began. */
  falling: boolean;
  /** Answers a second, as they came lately; 0 until some did. */
  answered: number;
  shutUntil: number;
  second: Second;
};

/** What happened in the second that is being watched. */
type Second = { from: number; granted: number; fine: number; failed: number; refused: boolean };

/** Push services take hundreds a second from anybody; a mail server that does not know us is approached slowly. */
const first = { push: { rate: 500, step: 25 }, email: { rate: 50, step: 2 } };
/** A lane that takes nothing is still asked once a second. */
const least = 1;
/** A share of failures from which on they are the lane's and not of single channels. */
const troubled = 0.1;
/** Share of a rate that counts as all of it. */
const full = 0.8;
/** Seconds' worth of messages that may be on the way, and a few more for the slowest: slow answers slow the lane down. */
const patience = { seconds: 4, atLeast: 8 };

export function firstState(lane: Lane, at: number): LaneState {
  const { rate, step } = lane.startsWith('push ') ? first.push : first.email;
  return {
    rate,
    step,
    threshold: Infinity,
    ready: rate,
    filledAt: at,
    onTheWay: 0,
    falling: false,
    answered: 0,
    shutUntil: 0,
    second: beginAt(at),
  };
}

/** Takes up to `most` from what is ready. A clock that stands, or was set back, makes nothing ready. */
export function admit(state: LaneState, at: number, most: number) {
  const { rate, second } = state;
  const elapsed = Math.max(0, at - state.filledAt) / 1000;
  state.ready = Math.min(Math.max(1, rate), state.ready + rate * elapsed);
  state.filledAt = at;
  const room = Math.max(patience.atLeast, rate * patience.seconds) - state.onTheWay;
  const granted = Math.max(0, Math.floor(Math.min(most, state.ready, room)));
  state.ready -= granted;
  state.onTheWay += granted;
  second.granted += granted;
  return granted;
}

/** Once a second: what it showed makes the rate of the next. */
export function judge(state: LaneState, at: number) {
  const { second } = state;
  const seconds = (at - second.from) / 1000;
  if (seconds >= 0 && seconds < 1) return;
  state.second = beginAt(at);
  if (seconds < 0) return;
  const { granted, fine, failed, refused } = second;
  if (granted + fine + failed > 0) {
    const now = (fine + failed) / seconds;
    state.answered = state.answered === 0 ? now : (state.answered + now) / 2;
  }
  if (refused) return fall(state, 0.5);
  if (failed > troubled * (fine + failed)) return fall(state, 0.75);
  if (fine === 0) return;
  state.falling = false;
  // A lane that was not used to the full, or does not keep up with answering, has not shown that it can take more.
  if (granted < full * state.rate * seconds || fine + failed < granted / 2) return;
  state.rate = state.rate < state.threshold ? Math.min(state.rate * 2, state.threshold) : state.rate + state.step;
}

function fall(state: LaneState, by: number) {
  if (!state.falling) state.threshold = Math.max(least, state.rate * by);
  state.falling = true;
  state.rate = Math.max(least, state.rate * by);
  state.ready = Math.min(state.ready, state.rate);
}

function beginAt(from: number): Second {
  return { from, granted: 0, fine: 0, failed: 0, refused: false };
}
