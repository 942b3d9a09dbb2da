/**
 * How fresh the page is. `connecting` only at the start; `reconnecting` as soon as the stream breaks; `stale` once that
 * has lasted long enough that the operator must not trust the picture.
 */
export interface LiveState {
  phase: 'connecting' | 'live' | 'reconnecting' | 'stale';
  /** When the stream was last known to be whole, in epoch milliseconds. */
  lastHeard: number;
  /** Failed attempts in a row. */
  attempts: number;
}

export type LiveSignal =
  | { type: 'heard'; at: number }
  | { type: 'broken'; at: number }
  | { type: 'tick'; at: number };

// Three of the server's heartbeats of 15 s: one may be lost, two may be late, three is a dead line.
export const SILENCE_LIMIT_MS = 45_000;
export const STALE_AFTER_MS = 15_000;

export function startLive(at: number): LiveState {
  return { phase: 'connecting', lastHeard: at, attempts: 0 };
}

export function nextLive(state: LiveState, signal: LiveSignal): LiveState {
  switch (signal.type) {
    case 'heard':
      return { phase: 'live', lastHeard: signal.at, attempts: 0 };
    case 'broken':
      return {
        ...state,
        phase: state.phase === 'stale' ? 'stale' : 'reconnecting',
        attempts: state.attempts + 1,
      };
    case 'tick': {
      const waiting = state.phase === 'connecting' || state.phase === 'reconnecting';
      return waiting && signal.at - state.lastHeard >= STALE_AFTER_MS ? { ...state, phase: 'stale' } : state;
    }
  }
}

/** Returns how long to wait before the next attempt: doubling from 1 s to 15 s, so that a restarted server is not stormed. */
export function retryDelay(attempts: number): number {
  return Math.min(15_000, 1_000 * 2 ** Math.max(0, attempts - 1));
}
