import { describe, expect, it } from 'vitest';
import type { Advice, LifeQuantile, Outlook, Proposal } from '@/shared/api/contract';
import { interval, lifeWords, mayDecide, percent, picture, span } from './advice';

const life = (low: number | null, middle: number | null, high: number | null): LifeQuantile[] => [
  { level: 0.05, hours: low },
  { level: 0.5, hours: middle },
  { level: 0.95, hours: high },
];

const advice = (quantiles: LifeQuantile[], doneWithinHours: number | null, decideWithinHours: number | null) =>
  ({ life: { quantiles }, policy: { doneWithinHours, decideWithinHours } }) as Advice;

describe('span', () => {
  it('says hours as people do', () =>
    expect([0.01, 0.3, 1.5, 30, 100, 5000].map(span)).toEqual(['36 s', '18 min', '1.5 h', '30 h', '4.2 days', '6.8 months']));
});

describe('lifeWords', () => {
  const words = (quantiles: LifeQuantile[], outlook: Outlook) => lifeWords({ quantiles, outlook });
  it('is never one number', () => expect(words(life(20, 50, 200), 'wearing')).toBe('20 h to 8.3 days'));
  it('does not make up an upper end', () => expect(words(life(20, null, null), 'wearing')).toBe('At least 20 h'));
  it('names no date for a healthy machine', () => {
    expect(words(life(null, null, null), 'healthy')).toBe('No end in sight');
    expect(interval(life(null, null, null))).toBeNull();
  });
  it('does not call endless what nobody knows', () =>
    expect(words(life(null, null, null), 'no-experience')).toBe('Not known'));
});

describe('percent', () => {
  it('keeps a digit where it matters', () =>
    expect([0, 0.004, 0.05, 0.17, 1, null].map(percent)).toEqual(['0 %', '0.4 %', '5 %', '17 %', '100 %', 'not known']));
});

describe('picture', () => {
  it('puts the interval and the dates on one scale', () => {
    const drawn = picture(advice(life(20, 50, 100), 40, 10));
    expect(drawn?.end).toBeCloseTo(108);
    expect(drawn?.low).toBeCloseTo(20 / 108);
    expect(drawn?.decide).toBeCloseTo(10 / 108);
    expect(drawn?.open).toBe(false);
  });
  it('lets an open interval run to the edge', () => {
    const drawn = picture(advice(life(20, 50, null), 40, 10));
    expect(drawn).toMatchObject({ high: 1, open: true });
    expect(drawn?.middle).toBeCloseTo(50 / 108);
  });
  it('does not draw a date that has passed', () => expect(picture(advice(life(20, 50, 100), 5, -3))?.decide).toBeNull());
  it('draws nothing without an end in sight', () => expect(picture(advice(life(null, null, null), null, null))).toBeNull());
});

describe('mayDecide', () => {
  const proposal = (state: Proposal['state']) => ({ state }) as Proposal;
  it('is for operators and above', () => {
    expect(mayDecide(proposal('proposed'), 'viewer')).toBe(false);
    expect(mayDecide(proposal('proposed'), 'operator')).toBe(true);
  });
  it('is over once somebody has decided', () => expect(mayDecide(proposal('declined'), 'admin')).toBe(false));
});
