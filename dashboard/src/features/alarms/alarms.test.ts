import { describe, expect, it } from 'vitest';
import type { Alarm } from '@/shared/api/contract';
import { offered, operatorResponse, scopeOf, shown, withAlarms } from './alarms';

const alarm = (id: string, changes: Partial<Alarm> = {}): Alarm => ({
  id,
  asset: 'P-101',
  assetName: 'Pump',
  priority: 'medium',
  state: 'unacknowledged',
  message: '',
  raised: '2026-11-20T12:00:00Z',
  changed: '2026-11-20T12:00:00Z',
  acknowledgedBy: null,
  shelvedUntil: null,
  shelveReason: null,
  actions: ['acknowledge', 'shelve', 'suppress'],
  episode: { id, asset: 'P-101', onset: '', updated: '', closed: null, peakScore: 1, model: null, contributions: [], suspect: 'machine' },
  diagnosis: { modes: [], sensors: [], citations: [], missing: [] },
  ...changes,
});
const ids = (alarms: Alarm[]) => alarms.map(({ id }) => id);

describe('shown', () => {
  const alarms = [
    alarm('old', { raised: '2026-11-20T11:00:00Z' }),
    alarm('low', { priority: 'low', raised: '2026-11-20T13:00:00Z' }),
    alarm('new'),
    alarm('shelved', { state: 'shelved', priority: 'critical' }),
    alarm('closed', { state: 'normal', priority: 'high' }),
  ];
  it('sorts by priority, then the newest first', () => expect(ids(shown(alarms, 'open'))).toEqual(['new', 'old', 'low']));
  it('sets shelved alarms apart', () => expect(ids(shown(alarms, 'shelved'))).toEqual(['shelved']));
  it('asks for what is not over, so that newer alarms cannot push one out that is set aside', () =>
    expect((['open', 'shelved', 'all'] as const).map(scopeOf)).toEqual(['open', 'open', 'all']));
  it('shows everything when asked', () => expect(ids(shown(alarms, 'all'))[0]).toBe('shelved'));
});

describe('withAlarms', () => {
  const tell = (data: Alarm) => ({ type: 'alarm', data }) as const;

  it('puts a later state in place of an earlier one, and adds what is new', () => {
    const changed = alarm('a', { state: 'acknowledged', changed: '2026-11-20T12:01:00Z' });
    const after = withAlarms([alarm('a')], [tell(changed), tell(alarm('b'))]);
    expect(after.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'acknowledged'],
      ['b', 'unacknowledged'],
    ]);
  });
  it('is not turned back by an event that comes late', () => {
    const acknowledged = alarm('a', { state: 'acknowledged', changed: '2026-11-20T12:01:00Z' });
    expect(withAlarms([acknowledged], [tell(alarm('a'))])).toEqual([acknowledged]);
  });
});

describe('offered', () => {
  it('offers what both the alarm and the role allow', () => {
    expect(offered(alarm('a'), 'viewer')).toEqual([]);
    expect(offered(alarm('a'), 'operator')).toEqual(['acknowledge', 'shelve']);
    expect(offered(alarm('a'), 'engineer')).toEqual(['acknowledge', 'shelve', 'suppress']);
  });
});

it('says what to do even when no failure mode fits', () => expect(operatorResponse(alarm('a'))).toContain('trends'));
