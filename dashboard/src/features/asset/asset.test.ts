import { describe, expect, it } from 'vitest';
import type { Assessment, Channel, Episode, Point } from '@/shared/api/contract';
import { bandColumns, drivers, episodeSpans, fit, inOrder, newestAbnormal, newestTime, scoreColumns, splitChannels, unjudgedSpans, withGaps, zoneRange } from './asset';

const at = (second: number) => new Date(second * 1000).toISOString();
const window = (second: number, kind: Assessment['kind'], score: number | null = 0.5): Assessment => ({
  windowEnd: at(second),
  kind,
  score,
  reason: null,
  model: null,
  contributions: kind === 'abnormal' ? [{ channel: 'window', share: 0.5, deviation: 3 }] : [],
  suspect: kind === 'abnormal' ? 'undetermined' : null,
});
const episode = (onset: number, closed: number | null): Episode => ({
  id: String(onset),
  asset: 'P',
  onset: at(onset),
  updated: at(closed ?? onset),
  closed: closed === null ? null : at(closed),
  peakScore: 2,
  model: null,
  contributions: [
    { channel: 'small', share: 0.2, deviation: 1 },
    { channel: 'large', share: 0.7, deviation: 4 },
  ],
  suspect: 'machine',
});

describe('zoneRange', () => {
  it('says which velocities a zone holds', () => {
    const words = (['A', 'B', 'C', 'D'] as const).map((zone) => zoneRange(zone, [1.4, 2.8, 4.5]));
    expect(words).toEqual(['up to 1.4', '1.4 to 2.8', '2.8 to 4.5', 'above 4.5']);
  });
});

describe('newestAbnormal', () => {
  it('is the end of the last abnormal window, if there is one', () => {
    expect(newestAbnormal([window(10, 'abnormal'), window(20, 'abnormal'), window(30, 'normal')])).toBe(at(20));
    expect(newestAbnormal([window(30, 'normal')])).toBeUndefined();
  });
});

describe('drivers', () => {
  it('names those of the open episode, largest first', () => {
    const { contributions, of } = drivers([episode(10, 20), episode(30, null)], []);
    expect([of, contributions[0]?.channel]).toEqual(['now', 'large']);
  });
  it('falls back on the last abnormal window, then on the last episode, then on nothing', () => {
    expect(drivers([episode(10, 20)], [window(30, 'abnormal')]).contributions[0]?.channel).toBe('window');
    expect(drivers([episode(10, 20)], [window(30, 'normal')]).of).toBe('lastEpisode');
    expect(drivers([], []).of).toBe('none');
  });
});

describe('splitChannels', () => {
  const channel = (name: string, role: string): Channel => ({ name, role, description: '', unit: '1' });
  const channels = [channel('speed', 'DRIVE'), channel('flow', 'PROCESS'), channel('heat', 'CONDITION')];

  it('puts drivers first and the rest by what they tell', () => {
    const { driving, other } = splitChannels(channels, [{ channel: 'flow', share: 0.9, deviation: -3 }]);
    expect(driving.map(({ name }) => name)).toEqual(['flow']);
    expect(other.map(({ name }) => name)).toEqual(['heat', 'speed']);
  });
  it('ignores what explains next to nothing and what the machine no longer has', () =>
    expect(
      splitChannels(channels, [
        { channel: 'flow', share: 0.01, deviation: 0 },
        { channel: 'gone', share: 0.9, deviation: 5 },
      ]).driving,
    ).toEqual([]));
});

describe('spans', () => {
  it('clips episodes to the range and lets an open one reach its end', () =>
    expect(episodeSpans([episode(5, 15), episode(30, null), episode(1, 2)], { from: 10_000, to: 40_000 })).toEqual([
      { from: 10_000, to: 15_000 },
      { from: 30_000, to: 40_000 },
    ]));
  it('joins neighbouring windows that were not judged', () =>
    expect(
      unjudgedSpans([
        window(10, 'normal'),
        window(20, 'notAssessable', null),
        window(30, 'notAssessable', null),
        window(40, 'normal'),
        window(50, 'notAssessable', null),
      ]),
    ).toEqual([
      { from: 10_000, to: 30_000 },
      { from: 40_000, to: 50_000 },
    ]));
});

describe('withGaps', () => {
  const gapped = (times: number[]) =>
    withGaps(
      times,
      (time) => time,
      (time) => -time,
    );

  it('breaks the line where nothing came for long', () =>
    expect(gapped([0, 10, 20, 30, 200, 210])).toEqual([0, 10, 20, 30, -40, 200, 210]));
  it('forgives one late item', () => expect(gapped([0, 10, 20, 45, 55])).toEqual([0, 10, 20, 45, 55]));
  it('has nothing to do with one item or none', () => expect([gapped([]), gapped([7])]).toEqual([[], [7]]));
});

it('ends a trend at the newest of what is known', () => {
  expect(newestTime(at(5), null, at(9))).toBe(9_000);
  expect(newestTime(null, undefined)).toBeUndefined();
});

describe('columns', () => {
  it('turns buckets into time, greatest, least and mean', () =>
    expect(bandColumns([[1, 2, 4, 3], [2, null, null, null]])).toEqual([[1, 2], [4, null], [2, null], [3, null]]));
  it('takes what is not a number for no reading', () =>
    expect(bandColumns([[1, 'NaN', 'NaN', 'NaN'] as unknown as Point])).toEqual([[1], [null], [null], [null]]));
  it('orders windows and leaves a gap where none was judged', () =>
    expect(scoreColumns(inOrder([window(2, 'notAssessable', null), window(1, 'normal')]))).toEqual([
      [1_000, 2_000],
      [0.5, null],
    ]));
});

it('shows a share as per cent and any other score as it is', () =>
  expect([fit(0.856), fit(3.2)]).toEqual(['86 %', '3.20']));
