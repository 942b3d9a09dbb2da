'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    timer = setInterval(() => {
      now = Date.now();
      listeners.forEach((each) => each());
    }, 1_000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

function read(): number {
  if (now === 0 || Date.now() - now > 1_500) now = Date.now();
  return now;
}

/** Returns the current time, once a second; 0 in the page as it was built. One timer serves the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read, () => 0);
}
