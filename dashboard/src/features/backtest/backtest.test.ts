import { describe, expect, it } from 'vitest';
import type { Backtest, BacktestArm, BacktestEpisode, BacktestResult } from '@/shared/api/contract';
import { candidate, changeWords, knownEvents, lanes, rows, verdict } from './backtest';

const episode = (asset: string, onset: string, closed: string | null): BacktestEpisode => ({
  asset,
  onset,
  raised: onset,
  closed,
  peak: 2,
  channel: 'flow',
  change: 'kept',
});

const arm = (episodes: BacktestEpisode[]): BacktestArm => ({
  model: 'anomaly/pump',
  version: 1,
  judged: 12000,
  abnormal: 3,
  abstained: {},
  alarms: episodes.length,
  alarmsPerDay: 0.5,
  alarmsPerAssetMonth: 1.25,
  hits: 1,
  falseAlarms: 0,
  delayHours: null,
  leadHours: 6.04,
  missed: [],
  fingerprint: 'abc',
  episodes,
});

const result = (change: Partial<BacktestResult> = {}): BacktestResult => ({
  assets: ['P-1', 'P-2'],
  events: [],
  kept: 1,
  added: 0,
  removed: 0,
  now: arm([episode('P-1', '2026-01-01T06:00:00Z', '2026-01-01T12:00:00Z')]),
  candidate: arm([episode('P-1', '2026-01-01T12:00:00Z', null)]),
  ...change,
});

describe('lanes', () => {
  const [lane, ...others] = lanes(result(), '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z');
  it('places episodes in percent of the span, to its end while they are open', () => {
    expect(lane?.now.map(({ left, width }) => [left, width])).toEqual([[25, 25]]);
    expect(lane?.candidate.map(({ left, width }) => [left, width])).toEqual([[50, 50]]);
  });
  it('leaves out machines without an episode', () => expect(others).toEqual([]));
});

it('compares hits only where events are known', () => {
  expect(rows(result()).map(({ what }) => what)).not.toContain('Known events told');
  const known = rows(result({ events: [{ asset: 'P-1', from: '', until: '', what: '' }] }));
  expect(known.find(({ what }) => what === 'Known events told')?.now).toBe('1 of 1');
  expect(known.find(({ what }) => what === 'Median delay, hours')?.now).toBe('–');
});

it.each([
  [{ kept: 3, added: 0, removed: 0 }, 'The same 3 alarms would have come.'],
  [{ kept: 3, added: 0, removed: 2 }, "2 of today's 5 alarms would be gone."],
  [{ kept: 3, added: 1, removed: 2 }, "2 of today's 5 alarms would be gone, 1 would be new."],
])('says what would change: %j', (change, words) => expect(verdict(result(change))).toBe(words));

it('leaves out of the order what was left empty in the form', () =>
  expect(
    candidate({
      model: 'm',
      from: '',
      to: '',
      version: '',
      needed: '4',
      of: ' ',
      limitFactor: '1.5',
      quietSeconds: '',
      events: '',
    }),
  ).toEqual({ version: null, needed: 4, of: null, limitFactor: 1.5, quietSeconds: null }));

it('reads known events line by line and names the one it cannot read', () => {
  const line = 'P-101, 2026-01-01T08:00Z, 2026-01-01T16:00Z, bearing wear, drive end';
  expect(knownEvents(`${line}\n\n`)).toEqual({
    events: [
      { asset: 'P-101', from: '2026-01-01T08:00:00.000Z', until: '2026-01-01T16:00:00.000Z', what: 'bearing wear, drive end' },
    ],
  });
  const wrong = (text: string) => (knownEvents(text) as { wrong: string }).wrong;
  expect(wrong(`${line}\nP-102, yesterday, today`)).toContain('Line 2 is “P-102, yesterday, today”');
  expect(wrong('P-101, 2026-01-02T08:00Z, 2026-01-01T16:00Z')).toContain('a later end');
  expect(knownEvents(' ')).toEqual({ events: [] });
});

it('tells what was changed in words', () => {
  const asked = (change: Backtest['asked']['candidate']) =>
    changeWords({ asked: { model: 'm', from: '', to: '', candidate: change } } as Backtest);
  expect(asked({ version: 3, limitFactor: 1.5 })).toBe('version 3, limits × 1.5');
  expect(asked({ needed: 4 })).toBe('4 abnormal windows');
  expect(asked({ limitFactor: 1 })).toBe('nothing changed');
});
