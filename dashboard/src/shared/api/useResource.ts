'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useLiveState } from '../live/useLive';
import { ApiError } from './client';

export interface Resource<T> {
  /** The last good answer; kept while a newer one is fetched, or cannot be. */
  data: T | undefined;
  error: ApiError | undefined;
  /** When the data arrived, in epoch milliseconds; 0 before the first answer. */
  receivedAt: number;
  reload: () => void;
  /** Changes the data in place, as an event told. */
  patch: (change: (data: T) => T) => void;
}

// While events flow, polling only mends what an event may have missed; without them it is all there is.
const POLL_LIVE_MS = 30_000;
const POLL_ALONE_MS = 5_000;

interface Held<T> {
  key: string | null;
  data: T | undefined;
  error: ApiError | undefined;
  receivedAt: number;
}

/**
 * Fetches a resource when the key changes, keeps it fresh by polling, faster while the event stream is down, and at once
 * when the stream is back. A null key fetches nothing. What no event tells about names its own pace of polling.
 *
 * Asking again while an answer is on its way waits for that answer: on a slow line a page that is asked to reload every
 * second must still get to see something.
 */
export function useResource<T>(
  key: string | null,
  fetcher: (signal: AbortSignal) => Promise<T>,
  pollMs: number = POLL_LIVE_MS,
): Resource<T> {
  const [held, setHeld] = useState<Held<T>>({ key, data: undefined, error: undefined, receivedAt: 0 });
  const [turn, setTurn] = useState(0);
  const underway = useRef(false);
  const again = useRef(false);
  const latest = useRef(fetcher);
  useEffect(() => {
    latest.current = fetcher;
  });

  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    underway.current = true;
    again.current = false;
    const settle = (next: (before: Held<T>) => Held<T>) => {
      if (abort.signal.aborted) return; // overtaken by another key
      underway.current = false;
      setHeld(next);
      if (again.current) setTurn((n) => n + 1);
    };
    latest.current(abort.signal).then(
      (data) => settle(() => ({ key, data, error: undefined, receivedAt: Date.now() })),
      (cause: unknown) => {
        const error = cause instanceof ApiError ? cause : ApiError.unreachable();
        settle((before) => (before.key === key ? { ...before, error } : { key, data: undefined, error, receivedAt: 0 }));
      },
    );
    return () => abort.abort();
  }, [key, turn]);

  const reload = useCallback(() => {
    if (underway.current) again.current = true;
    else setTurn((n) => n + 1);
  }, []);

  const { phase } = useLiveState();
  const live = phase === 'live';
  const wasDown = useRef(false);
  useEffect(() => {
    if (live && wasDown.current) reload();
    wasDown.current = phase === 'reconnecting' || phase === 'stale';
  }, [live, phase, reload]);

  useEffect(() => {
    if (key === null) return;
    const timer = setInterval(reload, live ? pollMs : Math.min(pollMs, POLL_ALONE_MS));
    return () => clearInterval(timer);
  }, [key, live, pollMs, reload]);

  const patch = useCallback(
    (change: (data: T) => T) =>
      setHeld((before) => (before.data === undefined ? before : { ...before, data: change(before.data) })),
    [],
  );
  const current = held.key === key;
  return {
    data: current ? held.data : undefined,
    error: current ? held.error : undefined,
    receivedAt: current ? held.receivedAt : 0,
    reload,
    patch,
  };
}
