import { describe, expect, it } from 'vitest';
import { ago, duration, localTime, moment, spanStart, utc } from './time';

const NOON = Date.UTC(2026, 10, 20, 12, 0, 0);

describe('duration', () => {
  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000 + 5 * 60_000, '1 h 05 min'],
    [86_400_000 * 2 + 3_600_000 * 4, '2 d 4 h'],
    [-5_000, '0 s'],
  ])('says %i ms as %s', (ms, words) => expect(duration(ms)).toBe(words));
});

describe('ago', () => {
  it('takes a clock that is a little ahead for now', () => expect(ago(NOON + 900, NOON)).toBe('just now'));
  it('counts from two seconds on', () => expect(ago(NOON - 2_000, NOON)).toBe('2 s ago'));
});

describe('localTime', () => {
  it('leaves out the date of today', () => expect(localTime(NOON, NOON, 'Europe/Berlin')).toBe('13:00:00'));
  it('names the date of another day', () =>
    expect(localTime(NOON - 86_400_000, NOON, 'UTC')).toBe('2026-11-19 12:00:00'));
  it('knows that midnight is another day only where it has struck', () => {
    const late = Date.UTC(2026, 10, 20, 23, 30);
    expect(localTime(NOON, late, 'Asia/Tokyo')).toBe('2026-11-20 21:00:00');
    expect(localTime(NOON, late, 'UTC')).toBe('12:00:00');
  });
});

it('writes UTC out in full', () => expect(utc(NOON)).toBe('2026-11-20 12:00:00 UTC'));

describe('spanStart', () => {
  it('reaches back from the end', () => expect(spanStart('1h', NOON)).toBe(NOON - 3_600_000));
  it('leaves the start of everything to the server', () => expect(spanStart('all', NOON)).toBeUndefined());
});

it('knows no moment in what is no time', () => {
  expect(moment('')).toBeNull();
  expect(moment('2026-01-01T00:00')).toMatch(/^202[56]-\d\d-\d\dT\d\d:\d\d:00\.000Z$/);
});
