'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { LiveEvent } from '../api/contract';
import { live } from './connection';
import { startLive, type LiveState } from './liveState';

const AT_BUILD = startLive(0);

export function useLiveState(): LiveState {
  return useSyncExternalStore(live.subscribeState, live.snapshot, () => AT_BUILD);
}

/** Calls back with every batch of events while the component is on the page. */
export function useLiveEvents(listener: (batch: readonly LiveEvent[]) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => live.subscribe((batch) => latest.current(batch)), []);
}

/** Returns a function that calls back at most once in the time, at its end, however often it is called. */
export function useThrottled(callback: () => void, ms: number): () => void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useRef(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, ms);
  }).current;
}
