import { describe, expect, it } from 'vitest';
import type { ModelVersion } from '@/shared/api/contract';
import { facts, families, fieldLabel, metric, trainable } from './models';

const model = (name: string, version: number): ModelVersion => ({
  name,
  version,
  kind: 'pca',
  champion: false,
  registered: '2026-11-20T12:00:00Z',
  sha256: '',
  metrics: {},
  provenance: {},
});

it('groups versions by name, newest first', () =>
  expect(
    families([model('b', 1), model('a', 1), model('a', 2)]).map(({ name, versions }) => [
      name,
      versions.map(({ version }) => version),
    ]),
  ).toEqual([
    ['a', [2, 1]],
    ['b', [1]],
  ]));

it.each([
  ['falseAlarmsPerDay', 'False alarms per day'],
  ['episode_f1', 'Episode F1'],
  ['training-rows', 'Training rows'],
])('reads the field %s as %s', (name, label) => expect(fieldLabel(name)).toBe(label));

it.each([
  [8234, '8,234'],
  [0.9434, '0.943'],
  [Number.NaN, 'not measured'],
])('prints the metric %d as %s', (value, text) => expect(metric(value)).toBe(text));

describe('facts', () => {
  it('opens nested objects, joins lists and leaves out what is absent', () =>
    expect(facts({ seed: 7, code: { commit: 'abc', dirty: false }, assets: ['P-1', 'P-2'], note: null })).toEqual([
      ['Seed', '7'],
      ['Code: commit', 'abc'],
      ['Code: dirty', 'false'],
      ['Assets', 'P-1, P-2'],
    ]));
});

it('offers what has machines or was trained before, once', () =>
  expect(
    trainable(
      [
        { equipmentClass: 'fan', machines: 2 },
        { equipmentClass: 'mixer', machines: 0 },
      ],
      [model('anomaly/fan', 1), model('anomaly/fan/F-1', 1)],
    ),
  ).toEqual(['anomaly/fan', 'anomaly/fan/F-1']));
