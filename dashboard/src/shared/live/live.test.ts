import { describe, expect, it } from 'vitest';
import { nextLive, retryDelay, STALE_AFTER_MS, startLive, type LiveSignal } from './liveState';
import { SseReader, type SseEvent } from './sse';

const STREAM =
  ': hello\n\nevent: alarm\ndata: {"id":"a"}\n\nevent: assessment\r\ndata: {\r\ndata: "b":1}\r\n\r\n: heartbeat\n\ndata: plain\n\nevent: cut\ndata: off';

const EXPECTED: SseEvent[] = [
  { event: 'alarm', data: '{"id":"a"}' },
  { event: 'assessment', data: '{\n"b":1}' },
  { event: 'message', data: 'plain' },
];

describe('SseReader', () => {
  it('reads events and passes over heartbeats', () => expect(new SseReader().push(STREAM)).toEqual(EXPECTED));

  it.each([1, 2, 3, 7, 16])('reads the same in pieces of %i characters', (size) => {
    const reader = new SseReader();
    const pieces = STREAM.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
    expect(pieces.flatMap((piece) => reader.push(piece))).toEqual(EXPECTED);
  });
});

describe('nextLive', () => {
  const after = (...signals: LiveSignal[]) => signals.reduce(nextLive, startLive(0));

  it('is live once it hears something', () => expect(after({ type: 'heard', at: 5 }).phase).toBe('live'));

  it('says at once that the stream broke', () =>
    expect(after({ type: 'heard', at: 5 }, { type: 'broken', at: 6 })).toEqual({
      phase: 'reconnecting',
      lastHeard: 5,
      attempts: 1,
    }));

  it('goes stale when the break lasts, and stays so through failed attempts', () => {
    const late = STALE_AFTER_MS + 5;
    const stale = after({ type: 'heard', at: 5 }, { type: 'broken', at: 6 }, { type: 'tick', at: late });
    expect(stale).toMatchObject({ phase: 'stale', lastHeard: 5 });
    expect(nextLive(stale, { type: 'broken', at: late + 1 })).toMatchObject({ phase: 'stale', attempts: 2 });
    expect(nextLive(stale, { type: 'heard', at: late + 2 })).toMatchObject({ phase: 'live', attempts: 0 });
  });

  it('does not let a quiet but whole stream go stale', () =>
    expect(after({ type: 'heard', at: 5 }, { type: 'tick', at: 30_000 }).phase).toBe('live'));
});

it('waits longer after each failure, up to 15 s', () =>
  expect([1, 2, 3, 4, 5, 50].map(retryDelay)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]));
