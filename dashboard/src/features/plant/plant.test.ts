import { describe, expect, it } from 'vitest';
import type { Plant, PlantAsset } from '@/shared/api/contract';
import { changesPicture, overview, stage, withScores } from './plant';

const asset = (id: string, changes: Partial<PlantAsset> = {}): PlantAsset => ({
  id,
  name: id,
  equipmentClass: 'centrifugal-pump',
  path: { site: 's', area: 'a', system: 'y' },
  criticality: 3,
  condition: 'normal',
  urgency: 0,
  headline: '',
  score: 0.4,
  lastSeen: '2026-11-20T12:00:00Z',
  openAlarm: null,
  deadline: null,
  vibrationZone: null,
  ...changes,
});

const plant = (...assets: PlantAsset[]): Plant => ({ name: 'p', time: '2026-11-20T12:00:00Z', assets });
const ids = (assets: PlantAsset[]) => assets.map(({ id }) => id);

describe('overview', () => {
  it('ranks what needs attention by urgency and keeps unjudged machines apart', () => {
    const view = overview([
      asset('N'),
      asset('A', { condition: 'abnormal', urgency: 70 }),
      asset('S', { condition: 'silent', urgency: 25 }),
      asset('B', { condition: 'abnormal', urgency: 90 }),
      asset('U', { condition: 'unknown', urgency: 30 }),
    ]);
    expect(ids(view.attention)).toEqual(['B', 'A']);
    expect(ids(view.unjudged)).toEqual(['U', 'S']);
    expect(ids(view.normal)).toEqual(['N']);
  });

  it('shows a machine that vibrates in zone C or D though it does so as usual', () => {
    const view = overview([
      asset('B', { vibrationZone: 'B' }),
      asset('C', { vibrationZone: 'C', urgency: 22 }),
      asset('D', { vibrationZone: 'D', urgency: 32 }),
    ]);
    expect([ids(view.attention), ids(view.normal)]).toEqual([['D', 'C'], ['B']]);
  });

  it('keeps a machine that is back to normal in sight until somebody takes note', () => {
    const returned = asset('R', { openAlarm: { id: '1', state: 'returned', priority: 'medium' } });
    const shelved = asset('Q', { openAlarm: { id: '2', state: 'shelved', priority: 'low' } });
    expect(ids(overview([shelved, returned]).attention)).toEqual(['R']);
  });

  it('keeps a machine with an acknowledged alarm in the list when its readings stop', () => {
    const acknowledged = { id: '1', state: 'acknowledged', priority: 'critical' } as const;
    const view = overview([asset('A', { condition: 'silent', openAlarm: acknowledged })]);
    expect([ids(view.attention), ids(view.unjudged), view.alarms.critical]).toEqual([['A'], [], 1]);
  });

  it('does not nag about a machine whose alarm is set aside, but does not call it normal either', () => {
    const shelved = { id: '1', state: 'shelved', priority: 'high' } as const;
    const view = overview([asset('A', { condition: 'abnormal', openAlarm: shelved })]);
    expect([ids(view.attention), ids(view.aside), ids(view.normal)]).toEqual([[], ['A'], []]);
  });

  it('counts alarms by priority, but not those set aside', () => {
    const alarm = { id: '1', state: 'acknowledged', priority: 'high' } as const;
    const shelved = { ...alarm, state: 'shelved' } as const;
    const assets = [alarm, alarm, shelved].map((openAlarm, i) => asset(String(i), { openAlarm }));
    expect(overview(assets).alarms.high).toBe(2);
  });

  it('breaks ties by name, so that rows do not jump', () =>
    expect(ids(overview([asset('C'), asset('A'), asset('B')]).normal)).toEqual(['A', 'B', 'C']));
});

describe('stage', () => {
  it('waits without readings', () => expect(stage([])).toBe('waiting'));
  it('learns while nothing is judged', () => expect(stage([asset('A', { condition: 'unknown', score: null })])).toBe('learning'));
  it('watches once something is', () => expect(stage([asset('A', { condition: 'unknown', score: null }), asset('B')])).toBe('watching'));
  it('goes on watching while every machine stands still', () =>
    expect(stage([asset('A', { score: null })])).toBe('watching'));
});

describe('withScores', () => {
  const event = (windowEnd: string, score: number | null) =>
    ({ asset: 'A', windowEnd, kind: 'normal', score }) as const;

  it('takes the newest of a batch', () => {
    const [changed] = withScores(plant(asset('A')), [
      event('2026-11-20T12:00:20Z', 0.7),
      event('2026-11-20T12:00:10Z', 0.6),
    ]).assets;
    expect(changed).toMatchObject({ score: 0.7, lastSeen: '2026-11-20T12:00:20Z' });
  });
  it('passes over what is older than what is shown', () =>
    expect(withScores(plant(asset('A')), [event('2026-11-20T11:00:00Z', 9)]).assets[0]).toMatchObject({ score: 0.4 }));
  it('shows no score beside the time of a window that was not judged', () =>
    expect(withScores(plant(asset('A')), [event('2026-11-20T12:01:00Z', null)]).assets[0]).toMatchObject({
      score: null,
      lastSeen: '2026-11-20T12:01:00Z',
    }));
});

describe('changesPicture', () => {
  const tell = (id: string, kind: 'normal' | 'abnormal') =>
    ({ type: 'assessment', data: { asset: id, windowEnd: '2026-11-20T12:00:10Z', kind, score: 1 } }) as const;

  it('is quiet while nothing turns', () => expect(changesPicture(plant(asset('A')), tell('A', 'normal'))).toBe(false));
  it('asks again when a machine turns abnormal, or is new', () => {
    expect(changesPicture(plant(asset('A')), tell('A', 'abnormal'))).toBe(true);
    expect(changesPicture(plant(asset('A')), tell('B', 'normal'))).toBe(true);
  });
});
