import { describe, expect, it } from 'vitest';
import { assetHref } from './links';
import { channelLabel, deviationWords, quantity, reading, reasonWords, slugWords, unitLabel } from './words';

describe('words', () => {
  it.each([
    [3.14, '3.1 sigma above expected'],
    [-12.4, '12 sigma below expected'],
    [0.49, 'as expected'],
  ])('says a deviation of %d as %s', (deviation, words) => expect(deviationWords(deviation)).toBe(words));

  it.each([
    [2970.4, '2970'],
    [182.34, '182.3'],
    [61.523, '61.52'],
    [0.4217, '0.422'],
    [-1.5, '\u22121.50'],
  ])('prints %d as a gauge would: %s', (value, text) => expect(reading(value)).toBe(text));

  it('translates UCUM codes and keeps those it does not know', () =>
    expect(['Cel', 'm3/h', '1', 'bar'].map(unitLabel)).toEqual(['°C', 'm³/h', '', 'bar']));
  it('keeps number and unit on one line', () => expect(quantity(61.5, 'Cel')).toBe('61.50\u202f°C'));
  it('leaves a dimensionless number alone', () => expect(quantity(0.5, '1')).toBe('0.500'));

  it('calls a channel by its description, else by its name', () => {
    expect(channelLabel('flow', 'volume flow')).toBe('Volume flow');
    expect(channelLabel('discharge_pressure')).toBe('Discharge pressure');
  });
  it('opens up slugs', () => expect(slugWords('centrifugal-pump')).toBe('Centrifugal pump'));
  it.each(['UNKNOWN_REGIME', 'unknown-regime', 'unknown_regime'])('explains %s', (reason) =>
    expect(reasonWords(reason)).toBe('the machine runs in a way that training has never seen'),
  );
});

it('carries the id of an asset in the query', () => expect(assetHref('A/1&2')).toBe('/asset/?id=A%2F1%262'));
