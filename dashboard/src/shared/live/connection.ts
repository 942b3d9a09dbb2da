import { API, sayIfSignedOut } from '../api/client';
import type { LiveEvent } from '../api/contract';
import { nextLive, retryDelay, SILENCE_LIMIT_MS, startLive, type LiveSignal, type LiveState } from './liveState';
import { SseReader } from './sse';

type BatchListener = (batch: readonly LiveEvent[]) => void;

// Four pictures a second are as fast as an operator reads; a replay may send a hundred events a second.
const FLUSH_MS = 250;

const KNOWN: ReadonlySet<string> = new Set<LiveEvent['type']>(['assessment', 'alarm', 'advice', 'model']);

/**
 * The one event stream that all pages share.
 *
 * It reads the stream with fetch rather than EventSource because EventSource hides heartbeats, and so cannot tell a
 * quiet plant from a dead line: here a stream that stays silent for three heartbeats is dropped and opened anew.
 */
class LiveConnection {
  private state: LiveState = startLive(0);
  private readonly stateListeners = new Set<() => void>();
  private readonly batchListeners = new Set<BatchListener>();
  private pending: LiveEvent[] = [];
  private flushTimer: ReturnType<typeof setTimeout> | undefined;
  private run: AbortController | undefined;

  /**
   * Opens the stream and keeps it open until stopped, or until the page is left: a browser keeps pages for the way back
   * with what they have open, and six of these would hold every line that it has to this host.
   */
  start(): () => void {
    const stopped = new AbortController();
    const leave = () => this.run?.abort();
    const comeBack = (event: PageTransitionEvent) => event.persisted && this.open();
    window.addEventListener('pagehide', leave, { signal: stopped.signal });
    window.addEventListener('pageshow', comeBack, { signal: stopped.signal });
    this.open();
    return () => {
      stopped.abort();
      leave();
    };
  }

  private open(): void {
    this.run?.abort();
    const run = new AbortController();
    this.run = run;
    this.set(startLive(Date.now()));
    const ticker = setInterval(() => this.signal({ type: 'tick', at: Date.now() }), 1_000);
    run.signal.addEventListener('abort', () => clearInterval(ticker));
    void this.keepOpen(run.signal);
  }

  readonly snapshot = (): LiveState => this.state;

  readonly subscribeState = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  /** Calls back with the events of the last quarter of a second, in their order. */
  subscribe(listener: BatchListener): () => void {
    this.batchListeners.add(listener);
    return () => this.batchListeners.delete(listener);
  }

  private async keepOpen(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await this.readOnce(stop);
      } catch {
        // Whatever broke it, the answer is the same: say so and try again.
      }
      if (stop.aborted) return;
      this.signal({ type: 'broken', at: Date.now() });
      await pause(retryDelay(this.state.attempts), stop);
    }
  }

  private async readOnce(stop: AbortSignal): Promise<void> {
    const attempt = new AbortController();
    const abandon = () => attempt.abort();
    stop.addEventListener('abort', abandon);
    let watchdog = setTimeout(abandon, SILENCE_LIMIT_MS);
    try {
      const response = await fetch(`${API}/events`, {
        headers: { Accept: 'text/event-stream' },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: attempt.signal,
      });
      sayIfSignedOut(response.status); // the stream ends with its session, maybe on a page that asks for nothing else
      if (!response.ok || response.body === null) return;
      const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const reader = new SseReader();
      this.signal({ type: 'heard', at: Date.now() });
      for (;;) {
        const { done, value } = await text.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(abandon, SILENCE_LIMIT_MS);
        this.signal({ type: 'heard', at: Date.now() });
        for (const event of reader.push(value)) this.enqueue(event.event, event.data);
      }
    } finally {
      clearTimeout(watchdog);
      stop.removeEventListener('abort', abandon);
    }
  }

  private enqueue(type: string, data: string): void {
    if (!KNOWN.has(type)) return; // a newer server may tell more
    this.pending.push({ type, data: JSON.parse(data) } as LiveEvent);
    this.flushTimer ??= setTimeout(() => this.flush(), FLUSH_MS);
  }

  private flush(): void {
    this.flushTimer = undefined;
    const batch = this.pending;
    this.pending = [];
    this.batchListeners.forEach((listener) => listener(batch));
  }

  private signal(signal: LiveSignal): void {
    this.set(nextLive(this.state, signal));
  }

  private set(state: LiveState): void {
    if (state === this.state) return;
    const visible = state.phase !== this.state.phase || state.attempts !== this.state.attempts;
    this.state = visible ? state : Object.assign(this.state, state); // the same object: nothing to draw
    if (visible) this.stateListeners.forEach((listener) => listener());
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export const live = new LiveConnection();
